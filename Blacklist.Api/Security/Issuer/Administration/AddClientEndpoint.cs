using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;

namespace Blacklist.Api.Security.Issuer.Administration;

/// <param name="Networks">Where it may ask for tokens from, as `10.1.0.0/16`; anywhere when it is left out.</param>
internal sealed record AddClientRequest(
    string Id, string Name, string Department, IReadOnlyList<string> Roles, IReadOnlyList<string> Regions, IReadOnlyList<string> Purposes,
    IReadOnlyList<string>? Networks = null);

internal static class AddClientEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder clients) => clients.MapPost("/", Handle)
        .Summary(
            "Add a client",
            "A machine that may ask for tokens. Its secret is in this answer and nowhere else; if the answer was lost, rotate it. Roles that demand a second factor are for "
            + "people. What a client may do never changes: for other rights, add another client.")
        .Example(new AddClientRequest("registration-150600", "鄂尔多斯登记系统", "鄂尔多斯市民政局", ["registrationSystem"], ["150600"], ["registration"], ["10.15.6.0/24"]))
        .Answers<ClientWithSecret>(StatusCodes.Status201Created)
        .Rejects(ApiClient.IdInvalid, ApiClient.NameEmpty, ApiClient.RoleUnknown, ApiClient.RegionInvalid, ApiClient.NetworkInvalid)
        .Refuses(ApiClient.Exists, ClientAdministration.RoleIsForPeople);

    public static async Task<IResult> Handle(Body<AddClientRequest> body, [AsParameters] ClientAdministration administration)
    {
        var asked = body.Value;
        var client = new ApiClient(asked.Id, asked.Name.Trim(), asked.Department.Trim(), asked.Roles, asked.Regions, asked.Purposes) { Networks = asked.Networks ?? [] };
        if (Wrong(client, administration.Purposes) is { Any: true } fields)
            return Problems.Unprocessable(fields);
        if (!administration.Covers(client))
            return Problems.Forbidden();
        if (administration.Limits.DemandsSecondFactor(client.Roles))
            return Problems.Refused(ClientAdministration.RoleIsForPeople);
        if (administration.IsRehearsal)
            return (await administration.Clients.All()).Any(known => known.Client.Id == client.Id) ? Problems.Refused(ApiClient.Exists) : Answer.Tried;
        return (await administration.Clients.Register(client, administration.Caller.Subject)).Is(out var secret, out var refusal)
            ? Answer.Created($"{ClientsApi.Path}/{client.Id}", new ClientWithSecret(client.Id, secret))
            : Problems.Refused(refusal);
    }

    private static FieldErrors Wrong(ApiClient client, CallerPurposes purposes)
    {
        var fields = new FieldErrors();
        fields.Length("name", client.Name, 1, 100);
        fields.Length("department", client.Department, 1, 200);
        if (client.Purposes.Except(purposes.Known).Any())
            fields.Add("purposes", ProblemKinds.ValueNotAllowed, string.Join(", ", purposes.Known));
        if (client.Problem is { } wrong)
        {
            fields.Add(
                wrong == ApiClient.IdInvalid ? "id" : wrong == ApiClient.RoleUnknown ? "roles" : wrong == ApiClient.RegionInvalid ? "regions" : wrong == ApiClient.NetworkInvalid ? "networks" : "name",
                wrong);
        }

        return fields;
    }
}
