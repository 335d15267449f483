using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using static Blacklist.Tests.Architecture.Code;

namespace Blacklist.Tests.Architecture;

public sealed class NamingTests
{
    private static readonly string[] Empty = ["Manager", "Helper", "Helpers", "Util", "Utils", "Common", "Base", "Impl", "Dto", "Service"];

    [Fact]
    public void No_name_ends_in_a_word_that_says_nothing() =>
        TypesOf(DomainCode).Concat(TypesOf(ApiCode)).Concat(TypesOf(typeof(NamingTests).Assembly))
            .Where(type => Empty.Any(word => Simple(type).EndsWith(word, StringComparison.Ordinal)))
            .ShouldBeEmpty();

    [Fact]
    public void No_folder_is_named_after_a_technique() =>
        ProductionFiles.SelectMany(file => file.Split('/')[1..^1]).Distinct()
            .Intersect(["Models", "Interfaces", "Controllers", "Handlers", "Commons", "Core", "Infrastructure", "Extensions", .. Empty])
            .ShouldBeEmpty();

    [Fact]
    public void An_interface_has_more_than_one_implementation() =>
        TypesOf(DomainCode).Concat(TypesOf(ApiCode)).Where(type => type.IsInterface)
            .Where(contract => TypesOf(DomainCode).Concat(TypesOf(ApiCode)).Count(type => !type.IsInterface && type.IsAssignableTo(contract)) < 2)
            .ShouldBeEmpty();

    [Fact]
    public void One_endpoint_is_one_file_and_called_so() =>
        TypesOf(ApiCode).Where(MapsOneEndpoint)
            .Where(type => !type.Name.EndsWith("Endpoint", StringComparison.Ordinal) || FileOf(type) is null)
            .ShouldBeEmpty();

    [Fact]
    public void Pure_specs_are_called_specs_and_what_needs_the_world_is_called_tests() =>
        TypesOf(typeof(NamingTests).Assembly)
            .Where(type => type.GetMethods().Any(method => method.CustomAttributes.Any(attribute => attribute.AttributeType.IsAssignableTo(typeof(FactAttribute)))))
            .Where(type => !type.Name.EndsWith("Specs", StringComparison.Ordinal) && !type.Name.EndsWith("Tests", StringComparison.Ordinal))
            .Where(type => FolderOf(type) is not "Benchmarks" and not "Domain")
            .ShouldBeEmpty();

    [Fact]
    public void The_service_shows_nothing_and_nothing_is_derived_from_it_unless_it_says_so() =>
        TypesOf(ApiCode).SelectMany(Named.Whole)
            .Where(type => !type.Name.Contains('<') && type.Name != "Program")
            .Where(type => type.IsPublic || (type is { IsClass: true, IsSealed: false, IsAbstract: false }))
            .ShouldBeEmpty();

    private static bool MapsOneEndpoint(Type type) => type.GetMethods().Any(method =>
        method.IsStatic && method.ReturnType == typeof(RouteHandlerBuilder) && method.GetParameters() is [{ ParameterType: var first }] && first == typeof(IEndpointRouteBuilder));

    private static string Simple(Type type) => type.Name.Split('`')[0];
}
