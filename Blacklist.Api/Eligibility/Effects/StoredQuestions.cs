using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Blacklist.Api.Eligibility.Reading;
using Blacklist.Api.Http;
using Blacklist.Api.Http.Json;
using Blacklist.Api.Vault;
using Blacklist.Domain.Eligibility;

namespace Blacklist.Api.Eligibility.Effects;

/// <summary>
/// What recorded checks asked. A question was accepted by the rules of input of its day; one that cannot be read by today's is set aside, which is told once,
/// and does not stop the others (ADR 0043).
/// </summary>
internal sealed class StoredQuestions(IdentityVault vault, ILogger<StoredQuestions> logger)
{
    /// <summary>What is not asked for any more is no reason.</summary>
    private static readonly JsonSerializerOptions Stored = new(EdgeJson.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip };

    private readonly ConcurrentDictionary<Guid, bool> _aside = [];

    /// <summary>It cannot be read by this version of the program, and need not be tried again.</summary>
    public bool IsAside(Guid check) => _aside.ContainsKey(check);

    /// <summary>What was asked, or null when it is set aside. What has no part in the answer, as the reference, is taken as it is.</summary>
    public EligibilityQuestion? Question(AskedCheck check) => Read(check, (request, fields) =>
    {
        var organization = request.Organization.Read(fields.At("organization"));
        var applicants = request.ReadApplicants(fields, DateOnly.MaxValue);
        return organization is null ? null : new EligibilityQuestion(request.ApplicationReference, request.Purpose, organization, applicants);
    });

    /// <summary>One of those it was asked about.</summary>
    public Applicant? Applicant(AskedCheck check, int place) =>
        Read(check, (request, fields) => request.Applicants[place].Read(fields.At("applicants", place), DateOnly.MaxValue));

    /// <summary>Whom it was asked about, as far as that can be read.</summary>
    public IReadOnlyList<Applicant> Applicants(AskedCheck check)
    {
        IReadOnlyList<Applicant> known = [];
        Read(check, (request, fields) => known = request.ReadApplicants(fields, DateOnly.MaxValue));
        return known;
    }

    private T? Read<T>(AskedCheck check, Func<EligibilityCheckRequest, FieldErrors, T?> read)
        where T : class
    {
        var fields = new FieldErrors();
        try
        {
            var asked = vault.OpenBlob(check.Question, check.Id.ToByteArray());
            var value = read(PlainQuestion.Read(asked) ?? JsonSerializer.Deserialize<EligibilityCheckRequest>(asked, Stored) ?? throw new JsonException(), fields);
            if (value is not null && !fields.Any)
            {
                return value;
            }

            SetAside(check, string.Join(", ", fields.All.Select(field => $"{field.Path}: {field.Kind.Code}")));
        }
        catch (Exception failure) when (failure is JsonException or AuthenticationTagMismatchException)
        {
            SetAside(check, failure.GetType().Name); // its message may quote what was asked
        }

        return null;
    }

    private void SetAside(AskedCheck check, string why)
    {
        if (_aside.TryAdd(check.Id, true))
        {
            logger.LogCritical(
                "The question of the check {Check} cannot be read ({Why}). It is set aside: its caller is not told what later facts change in the answer before a version that reads it runs",
                check.Id, why);
        }
    }
}
