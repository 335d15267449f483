using System.Reflection;
using Npgsql;
using static Blacklist.Tests.Architecture.Code;

namespace Blacklist.Tests.Architecture;

/// <summary>Who may know whom.</summary>
public sealed class DependencyTests
{
    /// <summary>Machinery, and what of the domain each part may name: words that every slice shares, and no kind of stream.</summary>
    private static readonly Dictionary<string, string[]> Machinery = new(StringComparer.Ordinal)
    {
        ["EventLog"] = ["Kernel"],
        ["Projections"] = ["Kernel"],
        ["Http"] = ["Kernel"],
        ["OpenApi"] = ["Kernel"],
        ["Hosting"] = [],
        ["Pages"] = [],
        ["Jobs"] = ["Kernel", "Calendar"],
        ["Audit"] = ["Kernel", "Receipts", "Regions"], // who was shown what, whatever it is; callers have regions, roots are anchored
        ["Security"] = ["Kernel", "Calendar", "Regions"], // rights end at a region's border, budgets at midnight
        ["Reference"] = ["Kernel", "Calendar", "Regions"], // the files of these two
        ["Retention"] = ["Kernel", "Calendar"], // periods, whatever is kept for them
        ["Receipts"] = ["Kernel", "Calendar", "Receipts"], // proof of answers, whatever they say
        ["Vault"] = ["Kernel", "Identity", "Names"], // it keeps who people are
        ["Commands"] = ["Kernel", "Calendar", "Identity"], // every command has a day and free text without numbers
    };

    /// <summary>What stands before the slices and drives them, with the commands that the endpoints use; no slice knows of it.</summary>
    private static readonly string[] Fronts = ["CommandLine", "Console", "Demo", "Imports", "Letters", "Lookups", "Public"];

    private static readonly string[] DomainFolders = [.. TypesOf(DomainCode).Select(FolderOf).Distinct()];

    [Fact]
    public void The_domain_references_the_base_library_only()
    {
        var baseLibrary = Path.GetDirectoryName(typeof(object).Assembly.Location);
        DomainCode.GetReferencedAssemblies()
            .Where(name => Path.GetDirectoryName(Assembly.Load(name).Location) != baseLibrary)
            .ShouldBeEmpty();
    }

    [Fact]
    public void The_service_is_referenced_by_the_tests_alone() =>
        DomainCode.GetReferencedAssemblies().Concat(ApiCode.GetReferencedAssemblies()).Select(name => name.Name)
            .Where(name => name!.StartsWith("Blacklist.", StringComparison.Ordinal))
            .ShouldBe(["Blacklist.Domain"]);

    [Fact]
    public void Every_folder_of_the_service_is_machinery_a_front_or_a_slice_named_as_in_the_domain() =>
        TypesOf(ApiCode).Select(FolderOf).Distinct().Except(["", .. Machinery.Keys, .. Fronts, .. DomainFolders]).ShouldBeEmpty();

    [Fact]
    public void Machinery_names_no_business_type() =>
        Violations(
            type => Machinery.ContainsKey(FolderOf(type)),
            (type, named) => named.Assembly.Equals(DomainCode) && !Machinery[FolderOf(type)].Contains(FolderOf(named)));

    [Fact]
    public void Machinery_names_no_slice() =>
        Violations(type => Machinery.ContainsKey(FolderOf(type)), (_, named) => named.Assembly.Equals(ApiCode) && !Machinery.ContainsKey(FolderOf(named)));

    [Fact]
    public void No_slice_names_another_slice() =>
        Violations(
            IsOfASlice,
            (type, named) => named.Assembly.Equals(ApiCode) && !Machinery.ContainsKey(FolderOf(named)) && FolderOf(named) != FolderOf(type));

    /// <summary>Npgsql is the only way to the database, and SQL without it is only text.</summary>
    [Fact]
    public void Only_machinery_and_read_models_talk_to_the_database() =>
        Violations(
            type => !Machinery.ContainsKey(FolderOf(type)) && !IsReadModel(type),
            (type, named) => IsOfTheDatabase(named) && !(IsWhereAllIsPutTogether(type) && named == typeof(NpgsqlDataSource)));

    /// <summary>No address that a caller gives is ever called: the issuer's is configured, and the demo asks the registry itself.</summary>
    [Fact]
    public void Nobody_is_called_but_the_configured_issuer() =>
        TypesOf(ApiCode).Where(type => Named.Types(type).Contains(typeof(HttpClient))).Select(type => type.Name).ShouldBe(["OutsideSetup", "DemoChecks"], ignoreOrder: true);

    private static bool IsOfTheDatabase(Type type) => type.Namespace is "Npgsql" or "NpgsqlTypes" or "System.Data.Common";

    /// <summary>There the connections are handed on.</summary>
    private static bool IsWhereAllIsPutTogether(Type type) => FolderOf(type) is "" or "CommandLine";

    /// <summary>A <c>…View</c> projects, its <c>…Rows</c> are read; a <c>…Record</c> keeps what a slice answered.</summary>
    private static bool IsReadModel(Type type) =>
        type.Name.EndsWith("View", StringComparison.Ordinal) || type.Name.EndsWith("Rows", StringComparison.Ordinal)
        || type.Name.EndsWith("Record", StringComparison.Ordinal);

    private static bool IsOfASlice(Type type) =>
        FolderOf(type) is { Length: > 0 } folder && !Machinery.ContainsKey(folder) && !Fronts.Contains(folder);

    private static void Violations(Func<Type, bool> of, Func<Type, Type, bool> wrong) =>
        TypesOf(ApiCode).Where(of)
            .SelectMany(type => Named.Types(type).Where(named => wrong(type, named)).Select(named => $"{type.FullName} names {named.FullName}"))
            .ShouldBeEmpty();
}
