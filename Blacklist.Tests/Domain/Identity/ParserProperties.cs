using Blacklist.Domain.Identity;
using FsCheck;
using FsCheck.Fluent;

namespace Blacklist.Tests.Domain.Identity;

public sealed class ParserProperties
{
    private static readonly DateOnly Today = new(2026, 11, 21);
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithMaxTest(2_000).WithReplay(4, 11643);

    [Fact]
    public void No_text_makes_a_parser_throw() => Prop.ForAll<string, string, int>((text, country, type) =>
    {
        IdentityDocument.Parse((DocumentType)(Math.Abs(type) % 7), text ?? "", country, Today).ShouldSatisfyOne();
        CreditCode.Parse(text ?? "").ShouldSatisfyOne();
    }).Check(Fixed);

    [Fact]
    public void A_number_with_one_character_replaced_is_refused_or_another_valid_number() => Prop.ForAll<int, char>((seed, c) =>
    {
        var (type, number, country) = DocumentSamples.Any(new Random(seed));
        var changed = number.ToCharArray();
        changed[Math.Abs(seed % changed.Length)] = c;
        IdentityDocument.Parse(type, new string(changed), country, Today).ShouldSatisfyOne();
    }).Check(Fixed);

    [Fact]
    public void Print_and_restore_are_inverse() => Prop.ForAll<int>(seed =>
    {
        var (type, number, country) = DocumentSamples.Any(new Random(seed));
        var document = IdentityDocument.Parse(type, number, country, Today).Value.ShouldNotBeNull();
        IdentityDocument.Restore(document.Print()).ShouldBe(document);
    }).Check(Fixed);
}

file static class ParsedAssertions
{
    public static void ShouldSatisfyOne<T>(this Blacklist.Domain.Kernel.Parsed<T> parsed)
        where T : class => (parsed.Value is null).ShouldBe(parsed.Problem is not null);
}
