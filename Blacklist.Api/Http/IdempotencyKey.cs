using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Primitives;

namespace Blacklist.Api.Http;

/// <summary>
/// The caller's name for one request, so that sending it again does it once. A parameter of type <c>IdempotencyKey</c> demands the header,
/// one of type <c>IdempotencyKey?</c> allows it.
/// </summary>
internal sealed record IdempotencyKey(string Value) : IEndpointParameterMetadataProvider
{
    public const string Header = "Idempotency-Key";
    public const int MaxLength = 255;

    public static ValueTask<IdempotencyKey?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var sent = context.Request.Headers[Header];
        if (!StringValues.IsNullOrEmpty(sent))
            return ValueTask.FromResult<IdempotencyKey?>(new IdempotencyKey(Valid(sent)));
        return context.GetEndpoint()?.Metadata.GetMetadata<Demand>() is { Required: false }
            ? ValueTask.FromResult<IdempotencyKey?>(null)
            : throw new ProblemException(ProblemKinds.IdempotencyKeyMissing);
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        var required = new NullabilityInfoContext().Create(parameter).ReadState != NullabilityState.Nullable;
        builder.Metadata.Add(new Demand(required));
        builder.Metadata.Add(new DeclaredParameter(Header, InHeader: true, required, typeof(string),
            $"1 to {MaxLength} visible ASCII characters, new for each request; the same key with the same body gives the same answer and one record."));
        builder.Metadata.Add(new DeclaredProblems(
            [.. required ? [ProblemKinds.IdempotencyKeyMissing] : Array.Empty<ProblemKind>(),
            ProblemKinds.IdempotencyKeyInvalid, ProblemKinds.IdempotencyKeyReused, ProblemKinds.OutcomeUnknown]));
    }

    private static string Valid(StringValues sent) =>
        sent is [{ Length: <= MaxLength } key] && key.All(c => c is > ' ' and <= '~') ? key : throw new ProblemException(ProblemKinds.IdempotencyKeyInvalid);

    private sealed record Demand(bool Required);
}
