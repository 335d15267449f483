using System.Text.Json;
using Blacklist.Api.Eligibility.Receipts;
using Blacklist.Api.Security;
using Blacklist.Api.Vault;

namespace Blacklist.Api.Eligibility;

/// <summary>What a listed person says to the listing, in their own words. For registration authorities; the recorded answer has its id only.</summary>
/// <param name="Statement">As the reason names it.</param>
internal sealed record DisclosedStatement(string ListingNumber, Guid Statement, string Text);

/// <summary>Finds the statements that an answer names, for who may read them.</summary>
internal sealed class DisclosedStatements(Statements statements)
{
    /// <summary>The answer's own writer makes no other such bytes: within a text, a quote is written with a backslash.</summary>
    private static ReadOnlySpan<byte> Mark => "\"statement\":\""u8;

    /// <summary>The body of a response: the recorded answer with its receipt, and beside it the statements it names. Nearly all answers name none, and are not read for it.</summary>
    public ValueTask<ReadOnlyMemory<byte>> Beside(GivenAnswer given, Caller caller, CancellationToken cancellation) =>
        given.Answer.AsSpan().IndexOf(Mark) < 0 || !caller.May(Permission.ReadStatements)
            ? ValueTask.FromResult(given.Body([]))
            : new(Read(given, cancellation));

    private async Task<ReadOnlyMemory<byte>> Read(GivenAnswer given, CancellationToken cancellation) => given.Body(await Open(Named(given.Answer), cancellation));

    private async Task<IReadOnlyList<DisclosedStatement>> Open(IReadOnlyDictionary<Guid, string> listings, CancellationToken cancellation)
    {
        var opened = await statements.Open([.. listings.Keys], cancellation);
        return [.. opened.Select(words => new DisclosedStatement(listings[words.Key], words.Key, words.Value)).OrderBy(one => one.ListingNumber, StringComparer.Ordinal)];
    }

    /// <summary>Listing numbers by statement.</summary>
    private static Dictionary<Guid, string> Named(byte[] answer)
    {
        using var json = JsonDocument.Parse(answer);
        var named = new Dictionary<Guid, string>();
        foreach (var reason in json.RootElement.GetProperty("applicants").EnumerateArray().SelectMany(applicant => applicant.GetProperty("reasons").EnumerateArray()))
        {
            if (reason.TryGetProperty("statement", out var statement))
            {
                named[statement.GetGuid()] = reason.GetProperty("listingNumber").GetString()!;
            }
        }

        return named;
    }
}
