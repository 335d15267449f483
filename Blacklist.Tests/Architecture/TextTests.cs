using System.Reflection;
using System.Text.Json;
using Blacklist.Api.Http;
using Blacklist.Domain.Eligibility;
using Blacklist.Domain.Kernel;
using static Blacklist.Tests.Architecture.Code;

namespace Blacklist.Tests.Architecture;

/// <summary>Whatever the registry refuses or gives as a reason, it can say in Chinese and in English.</summary>
public sealed class TextTests
{
    private static readonly string[] Refusals =
        [.. TypesOf(DomainCode).Concat(TypesOf(ApiCode)).SelectMany(type => Statics<Refusal>(type)).Select(refusal => refusal.Code).Distinct()];

    private static readonly string[] Reasons =
        [.. Enum.GetNames<ReasonCode>().Concat(Enum.GetNames<OrganizationReasonCode>()).Select(name => "reason." + JsonNamingPolicy.SnakeCaseLower.ConvertName(name))];

    private static readonly string[] Warnings = [.. Enum.GetNames<Warning>().Select(name => "warning." + JsonNamingPolicy.SnakeCaseLower.ConvertName(name))];

    private static readonly string[] Codes = [.. ProblemKinds.All.Select(kind => kind.Code), .. Refusals, .. Reasons, .. Warnings];

    [Fact]
    public void Every_code_has_a_sentence_in_both_languages()
    {
        Codes.Where(code => !ProblemTexts.Chinese.Has(code)).ShouldBeEmpty();
        Codes.Where(code => !ProblemTexts.English.Has(code)).ShouldBeEmpty();
    }

    [Fact]
    public void No_sentence_is_left_over_from_a_code_that_is_gone()
    {
        ProblemTexts.Chinese.Codes.Except(Codes).ShouldBeEmpty();
        ProblemTexts.English.Codes.Except(Codes).ShouldBeEmpty();
    }

    [Fact]
    public void No_sentence_stands_in_two_files() =>
        Directory.GetFiles(Path.Combine(Repository.Root, "Blacklist.Api"), "Texts.*.json", SearchOption.AllDirectories)
            .Where(file => Path.GetRelativePath(Repository.Root, file).Split(Path.DirectorySeparatorChar) is [_, not ("bin" or "obj"), ..])
            .GroupBy(Path.GetFileName)
            .SelectMany(language => language.SelectMany(Keys).GroupBy(key => key).Where(key => key.Count() > 1))
            .Select(key => key.Key).ShouldBeEmpty();

    [Fact]
    public void A_code_of_the_edge_is_no_code_of_the_domain() => Codes.ShouldBeUnique();

    private static IEnumerable<T> Statics<T>(Type type) =>
        Named.Whole(type).SelectMany(part => part.ContainsGenericParameters ? [] : part.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static))
            .Where(field => field.FieldType == typeof(T)).Select(field => (T)field.GetValue(null)!);

    private static IEnumerable<string> Keys(string file) => JsonDocument.Parse(File.ReadAllText(file)).RootElement.EnumerateObject().Select(text => text.Name);
}
