using Blacklist.Api.Audit;
using Blacklist.Api.EventLog;
using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Api.Security;
using Blacklist.Api.Vault;
using Blacklist.Domain.Determinations;

namespace Blacklist.Api.Eligibility.Determinations;

/// <summary>A determination that bears on an applicant of a check, with everything that was said about it.</summary>
/// <param name="CheckId">The check that gave rise to it; it is taken back there.</param>
[Disclosed(DisclosureTier.Grounds)]
internal sealed record DeterminationHistory(
    Guid Id, int ApplicantIndex, string ListingNumber, DeterminationStatus Status, Guid CheckId, IReadOnlyList<HistoryEntry> History);

internal static class ListDeterminationsEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder determinations) => determinations.MapGet("/", Handle)
        .Summary("What clerks found about the applicants of a check",
            "Every determination that bears on one of its reasons, made here or at an earlier check: who found what, why, when, and whether it was taken back.")
        .PathExample("id", "0b000000-0000-7000-8000-000000000031")
        .Answers<IReadOnlyList<DeterminationHistory>>(StatusCodes.Status200OK);

    public static async Task<IResult> Handle(
        Guid id, Caller caller, AskedChecks checks, ReviewedApplicants applicants, Subjects subjects, EventStore log, EventTypes types,
        CancellationToken cancellation)
    {
        if (await checks.Find(id, caller, Permission.ReadChecksOfOthers, cancellation) is not { } check)
        {
            return Problems.NotFound();
        }

        List<DeterminationHistory> found = [];
        foreach (var (place, reviewed) in applicants.All(id, check))
        {
            var subject = await subjects.Known(reviewed.Applicant.Identity);
            var stream = await log.Load(DeterminationIds.Of(reviewed.Listing.Id, subject, id, place).Value);
            if (stream.Version > 0)
            {
                var state = stream.Fold(Determination.Initial, Determination.Evolve);
                found.Add(new DeterminationHistory(
                    stream.Id, place, reviewed.Listing.Number, state.Status, state.CheckId, HistoryEntry.Of(stream, types)));
            }
        }

        return Answer.Ok<IReadOnlyList<DeterminationHistory>>(found);
    }
}
