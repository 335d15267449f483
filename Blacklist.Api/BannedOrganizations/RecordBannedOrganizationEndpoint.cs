using Blacklist.Api.Audit;
using Blacklist.Api.Commands;
using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Regions;
using Blacklist.Domain.Registration;

namespace Blacklist.Api.BannedOrganizations;

/// <param name="UnlawfulKind">Left out for a lawful body whose registration was revoked.</param>
/// <param name="RegisteredAs">What it was registered as, when it ever was.</param>
/// <param name="CampaignCategory">1–7, key category of the campaign notices.</param>
/// <param name="Region">GB/T 2260 code of the deciding authority's region.</param>
/// <param name="Source">Where the organization was made public.</param>
internal sealed record RecordBannedOrganizationRequest(
    string Name,
    string Region,
    UnlawfulKind? UnlawfulKind = null,
    OrganizationKind? RegisteredAs = null,
    IReadOnlyList<string>? Aliases = null,
    string? CreditCode = null,
    int? CampaignCategory = null,
    string? Activities = null,
    string? Source = null)
{
    public RecordBannedOrganization? Read(FieldErrors fields, BannedOrganizationId id)
    {
        var name = fields.Text("name", Name, 200);
        var aliases = Aliases ?? [];
        fields.Count("aliases", aliases, 0, 20);
        var others = aliases.Select((alias, index) => fields.Read($"aliases[{index}]", FreeText.Parse(alias, 200))).OfType<string>().ToList();
        var code = fields.ReadOptional("creditCode", CreditCode, Domain.Identity.CreditCode.Parse);
        var region = fields.Read("region", RegionCode.Parse(Region));
        fields.Range("campaignCategory", CampaignCategory, 1, 7);
        var activities = fields.OptionalText("activities", Activities, 4000);
        var source = fields.OptionalText("source", Source, 500);
        return fields.Any
            ? null
            : new RecordBannedOrganization(
                id, name, others, code?.ToString(), UnlawfulKind, RegisteredAs, CampaignCategory, region!, activities, source);
    }
}

internal static class RecordBannedOrganizationEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder organizations) => organizations.MapPost("/", Handle)
        .Summary("Record an organization", "Makes an organization known, before or with the decision on it. Recording says nothing against anybody yet.")
        .Example("""
            { "name": "某某国际文化研究会", "aliases": ["某某文化研究总会"], "unlawfulKind": "unregistered", "campaignCategory": 4,
              "region": "150602", "activities": "未经登记，以研究会名义收取会费" }
            """)
        .Answers<RecordedOrganization>(StatusCodes.Status201Created)
        .Rejects([.. FreeText.Refusals, .. Domain.Identity.CreditCode.Refusals, RegionCode.Format])
        .Refuses(RecordBannedOrganization.Refusals);

    public static async Task<IResult> Handle(Body<RecordBannedOrganizationRequest> body, [AsParameters] Write write, CommandDesk desk)
    {
        var fields = new FieldErrors();
        var id = new BannedOrganizationId(Guid.CreateVersion7());
        if (body.Value.Read(fields, id) is not { } command)
        {
            return Problems.Unprocessable(fields);
        }

        if (!write.Caller.Covers(command.Region))
        {
            return Problems.Forbidden();
        }

        return await desk.Answer(write, body.Bytes, fields, async attempt =>
        {
            var organization = await attempt.Load(BannedOrganization.Stream, id.Value);
            return attempt.Record(
                organization,
                RecordBannedOrganization.Decide(organization.State, command),
                (_, version) => Answer.Created($"/api/v1/banned-organizations/{id.Value}", new RecordedOrganization(id.Value, version)));
        });
    }
}

/// <summary>The organization that was recorded.</summary>
[Disclosed(DisclosureTier.Nothing)]
internal sealed record RecordedOrganization(Guid Id, long Version);
