using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Security.Claims;
using Blacklist.Api.Security.Outside;
using Blacklist.Api.Security.Sessions;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Blacklist.Api.Security;

/// <summary>
/// Validates a token when it is first seen and believes the very same text again until it expires: a signature costs more than a whole
/// check. Nothing is believed longer than <see cref="Longest"/>, so that an issuer's withdrawn key ends what it signed, too.
/// </summary>
/// <remarks>What was refused is not kept: it is validated anew, and nobody can fill the memory with it.</remarks>
internal sealed class BelievedTokens(TokenHandler validation, AccessOptions options, SessionLimits sessions, TimeProvider clock) : TokenHandler
{
    /// <summary>The life of the registry's own tokens; an outside issuer's may live longer and are then validated again.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    public const int Most = 10_000;

    private readonly ConcurrentDictionary<string, Believed> _believed = new(StringComparer.Ordinal);

    /// <returns>Whose token it is; null when it was not validated before, or too long ago.</returns>
    /// <remarks>A call of its own, so that a profile tells what it costs.</remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public KnownCaller? Find(ReadOnlySpan<char> token) =>
        _believed.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(token, out var known) && clock.GetUtcNow() < known.Until ? known.Caller : null;

    public override async Task<TokenValidationResult> ValidateTokenAsync(string token, TokenValidationParameters validationParameters)
    {
        var now = clock.GetUtcNow();
        if (_believed.TryGetValue(token, out var known) && now < known.Until)
        {
            return known.Result;
        }

        var result = await validation.ValidateTokenAsync(token, validationParameters);
        if (!result.IsValid)
        {
            return result;
        }

        if (result.SecurityToken is not JsonWebToken read || read.TryGetHeaderValue<object>("crit", out _))
        {
            return Refused("The token has critical extensions (RFC 7515 §4.1.11) and none is known here.");
        }

        Rename(result.ClaimsIdentity);
        if (!options.IssuesTokens)
            OutsideProof.Judge(result.ClaimsIdentity, Earlier(now, new DateTimeOffset(read.IssuedAt, TimeSpan.Zero)), sessions);
        Keep(token, result, now);
        return result;
    }

    private static TokenValidationResult Refused(string reason) => new() { IsValid = false, Exception = new SecurityTokenValidationException(reason) };

    /// <summary>Requests share the identity from here on: nothing changes it any more.</summary>
    private void Rename(ClaimsIdentity identity)
    {
        if (!options.IssuesTokens && identity.FindFirst(ClaimNames.Scope) is { } scope)
            identity.RemoveClaim(scope); // an outside issuer's scopes are words of its own
        foreach (var name in new[] { ClaimNames.Name, ClaimNames.Department, ClaimNames.Roles, ClaimNames.Regions, ClaimNames.Purposes })
        {
            var theirs = options.ClaimOf(name);
            if (theirs == name)
                continue;
            foreach (var claim in identity.FindAll(name).ToList())
                identity.RemoveClaim(claim);
            identity.AddClaims(identity.FindAll(theirs).Select(claim => new Claim(name, claim.Value)).ToList());
        }
    }

    private void Keep(string token, TokenValidationResult result, DateTimeOffset now)
    {
        if (_believed.Count >= Most)
        {
            foreach (var (old, one) in _believed.Where(one => one.Value.Until <= now))
                _believed.TryRemove(new(old, one));
            if (_believed.Count >= Most)
                _believed.Clear();
        }

        var expires = new DateTimeOffset(result.SecurityToken.ValidTo, TimeSpan.Zero);
        _believed[token] = new Believed(result, KnownCaller.Of(result.ClaimsIdentity), Earlier(expires, now + Longest));
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    /// <param name="Caller">Null for a token without a subject.</param>
    private sealed record Believed(TokenValidationResult Result, KnownCaller? Caller, DateTimeOffset Until);
}
