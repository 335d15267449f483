using Blacklist.Api.Audit;
using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Api.Vault.Keys;

namespace Blacklist.Api.Security.Keys;

internal static class ListKeysEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder keys) => keys.MapGet("/", Handle)
        .Summary("The keys of the registry",
            """
            What each is for, with which algorithm, and where it stands: published ahead of its use, in use, retired while something current still rests on it, or kept
            for what is old. One that is due should have a successor. Never a key itself.
            """)
        .Answers<IReadOnlyList<KeyAnswer>>(StatusCodes.Status200OK);

    public static async Task<IResult> Handle(KeyRecords keys, TimeProvider time, CancellationToken cancellation) =>
        Answer.Ok<IReadOnlyList<KeyAnswer>>([.. (await keys.Read(cancellation)).Select(key => KeyAnswer.Of(key, time.GetUtcNow()))]);
}

/// <param name="NotBefore">It is not used before.</param>
/// <param name="NotAfter">By then it should have a successor; it goes on working.</param>
/// <param name="IsDue">It is in use, and its time is over.</param>
/// <param name="SettledAt">Since when nothing that is current rests on it.</param>
/// <param name="MissingOnNodes">On how many running nodes a master key is not there yet: while there are any, it is not used.</param>
[Disclosed(DisclosureTier.Nothing)]
internal sealed record KeyAnswer(
    string Id, KeyPurpose Purpose, string Algorithm, KeyState State, DateTimeOffset CreatedAt, DateTimeOffset NotBefore, DateTimeOffset NotAfter, bool IsDue,
    DateTimeOffset? RetiredAt, DateTimeOffset? SettledAt, int MissingOnNodes)
{
    public static KeyAnswer Of(KeyRecord key, DateTimeOffset now) => new(
        key.Id, key.Purpose, key.Algorithm, key.State, key.CreatedAt, key.InUseFrom, key.DueAt, key.State == KeyState.InUse && key.DueAt <= now,
        key.RetiredAt, key.SettledAt, key.MissingOn);
}
