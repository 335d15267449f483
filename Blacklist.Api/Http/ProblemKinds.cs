using System.Collections.Frozen;
using System.Reflection;
using Blacklist.Domain.Kernel;

namespace Blacklist.Api.Http;

/// <summary>One way to be refused: a stable code and the status it always comes with.</summary>
/// <param name="Meaning">English sentence for codes that have no text of their own in <c>Texts.*.json</c>.</param>
internal sealed record ProblemKind(int Status, string Code, string? Meaning = null)
{
    public static ProblemKind Conflict(Refusal refusal) => new(StatusCodes.Status409Conflict, refusal.Code, refusal.Meaning);

    public static ProblemKind Unprocessable(Refusal refusal) => new(StatusCodes.Status422UnprocessableEntity, refusal.Code, refusal.Meaning);
}

/// <summary>The codes that the edge itself answers; those of the domain are refusals.</summary>
internal static class ProblemKinds
{
    public static readonly ProblemKind BadRequest = new(400, "bad_request");
    public static readonly ProblemKind EmptyBody = new(400, "empty_body");
    public static readonly ProblemKind MalformedJson = new(400, "malformed_json");
    public static readonly ProblemKind UnknownField = new(400, "unknown_field");
    public static readonly ProblemKind DuplicateField = new(400, "duplicate_field");
    public static readonly ProblemKind MissingField = new(400, "missing_field");
    public static readonly ProblemKind WrongType = new(400, "wrong_type");
    public static readonly ProblemKind InvalidText = new(400, "invalid_text");
    public static readonly ProblemKind IdempotencyKeyMissing = new(400, "idempotency_key_missing");
    public static readonly ProblemKind IdempotencyKeyInvalid = new(400, "idempotency_key_invalid");
    public static readonly ProblemKind IfMatchInvalid = new(400, "if_match_invalid");
    public static readonly ProblemKind Unauthenticated = new(401, "unauthenticated");
    public static readonly ProblemKind Forbidden = new(403, "forbidden");
    public static readonly ProblemKind CallerPaused = new(403, "caller_paused");
    public static readonly ProblemKind NotFound = new(404, "not_found");
    public static readonly ProblemKind MethodNotAllowed = new(405, "method_not_allowed");
    public static readonly ProblemKind NotAcceptable = new(406, "not_acceptable");
    public static readonly ProblemKind RequestTimeout = new(408, "request_timeout");
    public static readonly ProblemKind IdempotencyKeyReused = new(409, "idempotency_key_reused");
    public static readonly ProblemKind IdempotencyKeyInUse = new(409, "idempotency_key_in_use");
    public static readonly ProblemKind VersionConflict = new(412, "version_conflict");
    public static readonly ProblemKind BodyTooLarge = new(413, "body_too_large");
    public static readonly ProblemKind UnsupportedMediaType = new(415, "unsupported_media_type");
    public static readonly ProblemKind ValueNotAllowed = new(422, "value_not_allowed");
    public static readonly ProblemKind InvalidValue = new(422, "invalid_value");
    public static readonly ProblemKind WrongLength = new(422, "wrong_length");
    public static readonly ProblemKind OutOfRange = new(422, "out_of_range");
    public static readonly ProblemKind CursorInvalid = new(422, "cursor_invalid");
    public static readonly ProblemKind TooManyRequests = new(429, "too_many_requests");
    public static readonly ProblemKind DailyBudgetSpent = new(429, "daily_budget_spent");
    public static readonly ProblemKind InternalError = new(500, "internal_error");
    public static readonly ProblemKind RegistryUnavailable = new(503, "registry_unavailable");
    public static readonly ProblemKind OutcomeUnknown = new(503, "outcome_unknown");
    public static readonly ProblemKind Overloaded = new(503, "overloaded");
    public static readonly ProblemKind NodeOutOfService = new(503, "node_out_of_service");

    public static IReadOnlyList<ProblemKind> All { get; } =
        [.. typeof(ProblemKinds).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.GetValue(null)).OfType<ProblemKind>()];

    private static readonly FrozenDictionary<int, ProblemKind> Plain = new[]
    {
        BadRequest, Unauthenticated, Forbidden, NotFound, MethodNotAllowed, NotAcceptable, RequestTimeout, BodyTooLarge,
        UnsupportedMediaType, TooManyRequests, InternalError, RegistryUnavailable,
    }.ToFrozenDictionary(kind => kind.Status);

    /// <summary>What an answer without a body is called, when only its status is known.</summary>
    public static ProblemKind OfStatus(int status) =>
        Plain.TryGetValue(status, out var kind) ? kind : Plain[status < 500 ? StatusCodes.Status400BadRequest : StatusCodes.Status500InternalServerError] with { Status = status };
}
