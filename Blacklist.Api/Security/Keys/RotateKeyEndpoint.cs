using Blacklist.Api.EventLog.Json;
using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Api.Vault;
using Blacklist.Api.Vault.Keys;
using Blacklist.Api.Vault.Keys.Rotation;
using Blacklist.Domain.Regions;

namespace Blacklist.Api.Security.Keys;

internal static class RotateKeyEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder keys) => keys.MapPost("/{purpose}/rotation", Handle)
        .Summary("Make the next key of a purpose",
            """
            It is published at once and used some minutes later, when every node and every verifier has it; no call fails meanwhile. The former one is kept as long as
            anything rests on it: tokens until they end, receipts for ever, digests until they are made anew. `token`, `receipt` or `digest`. No body.
            """)
        .Answers<KeyAnswer>(StatusCodes.Status200OK)
        .Refuses(KeyRotation.UnderWay, KeyRotation.OnTheServer, KeyRotation.Stays)
        .Problems(ProblemKinds.NotFound);

    public static async Task<IResult> Handle(string purpose, Caller caller, KeyRotation rotation, VaultOptions options, TimeProvider time)
    {
        if (!caller.Covers(RegionCode.Nation))
            return Problems.Forbidden();
        if (!EnumWords.TryRead<KeyPurpose>(purpose, out var known))
            return Problems.NotFound();
        if (known == KeyPurpose.Master)
            return Problems.Refused(KeyRotation.OnTheServer);
        return (await rotation.Rotate(known, options.Ahead, caller.Subject)).Is(out var made, out var refused)
            ? Answer.Ok(KeyAnswer.Of(made, time.GetUtcNow()))
            : Problems.Refused(refused);
    }
}
