using System.Text.Json;
using System.Text.Json.Nodes;
using Blacklist.Api.Commands;
using Blacklist.Api.Console.Forms;
using Blacklist.Api.Http;
using Blacklist.Api.Http.Json;
using Blacklist.Api.Security;
using Blacklist.Api.Security.People.Administration;
using Microsoft.AspNetCore.Mvc;

namespace Blacklist.Api.Console.Users;

/// <summary>Name, department, roles, regions and purposes, all at once.</summary>
[Requires(Permission.AdministerUsers)]
[RequiresRecentSecondFactor]
internal sealed class ChangeUserModel(FormDesk desk, UserReader reader) : CommandPage<UserRequest>(desk)
{
    [FromRoute]
    public string Id { get; set; } = "";

    protected override Task<FormSubject?> Find() => reader.About(Id, Caller, Texts, HttpContext.RequestAborted);

    protected override Task<Dictionary<string, IReadOnlyList<Offer>>> Offers() => Task.FromResult(reader.Grants.For(Caller, RolePermissions.Roles, Texts));

    protected override async Task<JsonObject> Opened() => await reader.Find(Id, Caller, HttpContext.RequestAborted) is { Details: var given }
        ? JsonSerializer.SerializeToNode(new UserRequest(given.Name, given.Department, given.Roles, given.Regions, given.Purposes), EdgeJson.Options)!.AsObject()
        : [];

    protected override Task<IResult> Send(Body<UserRequest> body, Write write) => ChangeUserEndpoint.Handle(Id, body, write.IfMatch, reader.By(write));

    protected override string Next(Answer answer) => UserReader.AddressOf(Id);
}
