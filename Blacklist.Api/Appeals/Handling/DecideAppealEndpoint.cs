using Blacklist.Api.Commands;
using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Domain.Appeals;
using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Registration;

namespace Blacklist.Api.Appeals.Handling;

/// <param name="EndsOn">Of a variation: last day of any restriction.</param>
/// <param name="Positions">Of a variation: the positions that stay barred; none given leaves them all.</param>
internal sealed record DecideAppealRequest(
    Remedy Remedy, string DocumentNumber, DateOnly DecidedOn, string Reasons, DateOnly? EndsOn = null, IReadOnlyList<Position>? Positions = null);

internal static class DecideAppealEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder appeals) => appeals.MapPost("/{id:guid}/decision", Handle)
        .Summary("Decide an appeal",
            """
            By whom it is assigned to. What it comes to is carried out on the listing with the same answer: `maintain` leaves it, `drop` ends a proposal that was
            answered by a statement, `annul` and `vary` are for who contests, `repair` for who asks for credit repair. The dispute mark goes. What the listing's
            own rules do not permit refuses the whole decision.
            """)
        .PathExample("id", "0b000000-0000-7000-8000-000000000097")
        .Example("""
            { "remedy": "annul", "documentNumber": "鄂民申决字〔2026〕97号", "decidedOn": "2026-11-20", "reasons": "经核实，该人未参与被取缔组织的活动" }
            """)
        .Answers<AppealAnswer>(StatusCodes.Status200OK)
        .Rejects(FreeText.Refusals)
        .Refuses(DecideAppeal.Refusals.Concat(AppealConsequences.RefusalsOfDecision).DistinctBy(refusal => refusal.Code));

    public static Task<IResult> Handle(Guid id, Body<DecideAppealRequest> body, [AsParameters] Write write, AppealDesk desk)
    {
        var (request, fields) = (body.Value, new FieldErrors());
        var document = fields.Text("documentNumber", request.DocumentNumber, 100);
        var reasons = fields.Text("reasons", request.Reasons, 4000);
        fields.Count("positions", request.Positions ?? [], 0, Enum.GetValues<Position>().Length);
        var command = new DecideAppeal(
            request.Remedy, request.EndsOn, request.Positions ?? [], document, request.DecidedOn, reasons, write.By, write.Today);
        return desk.Change<AppealDecided>(
            write, body.Bytes, fields, id,
            (appeal, listing) => DecideAppeal.Decide(appeal, listing, command),
            async (attempt, listing, appeal, fact) =>
            {
                var organization = await attempt.Load(BannedOrganization.Stream, listing.OrganizationId.Value);
                return AppealConsequences.OnDecided(listing, organization.State, appeal, fact, write.Today);
            });
    }
}
