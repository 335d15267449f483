using Blacklist.Api.Audit;
using Blacklist.Api.Console.Administration;
using Blacklist.Api.Console.Lists;
using Blacklist.Api.Http;
using Blacklist.Api.Pages;
using Blacklist.Api.Security;
using Blacklist.Api.Security.Issuer;
using Microsoft.AspNetCore.Mvc;

namespace Blacklist.Api.Console.Clients;

/// <summary>接口客户端: which machines may ask for tokens, as what, and for which region.</summary>
[Requires(Permission.AdministerClients)]
internal abstract class ClientList(ClientReader reader, PageText texts, TimeProvider time) : ListPage<RegisteredClient, string>(texts, time)
{
    [BindProperty(SupportsGet = true)]
    public string? Query { get; set; }

    protected override string Name => "clients";

    protected override IReadOnlyList<Column<RegisteredClient>> Columns =>
    [
        new("field.name", known => known.Client.Name),
        new("addClient.id", known => known.Client.Id),
        new("field.department", known => known.Client.Department),
        new("field.roles", known => Roles(known.Client)),
        new("field.regions", known => reader.Grants.Regions(known.Client.Regions, Texts)),
        new("field.purposes", known => GrantOffers.Purposes(known.Client.Purposes, Texts)),
        new("field.networks", known => known.Client.Networks.Count > 0 ? string.Join(' ', known.Client.Networks) : Texts["clients.anywhere"]),
        new("clients.status", known => known.RevokedAt is { } at ? Texts["clients.revokedAt", PageText.Moment(at)] : Texts["clients.active"]),
        new("clients.createdAt", known => PageText.Moment(known.CreatedAt)),
    ];

    public string Roles(ApiClient client) => GrantOffers.Roles(client.Roles, Texts);

    protected override Guid? IdOf(RegisteredClient item) => null;

    protected override async Task<Page<RegisteredClient>> Read(PageRequest<string> page, CancellationToken cancellation)
    {
        var (administration, part) = (reader.By(Caller), Query?.Trim() ?? "");
        return page.Of(
            [
                .. (await reader.Clients.All())
                    .Where(known => administration.Covers(known.Client) && IsMeant(known.Client, part) && string.CompareOrdinal(known.Client.Id, page.After?.Key ?? "") > 0)
                    .OrderBy(known => known.Client.Id, StringComparer.Ordinal).Take(page.Limit + 1),
            ],
            known => known.Client.Id);
    }

    private static bool IsMeant(ApiClient client, string part) =>
        new[] { client.Id, client.Name, client.Department }.Any(text => text.Contains(part, StringComparison.OrdinalIgnoreCase));
}

/// <summary>A part of it, as a page.</summary>
internal sealed class IndexModel(ClientReader reader, PageText texts, TimeProvider time) : ClientList(reader, texts, time);

/// <summary>All of it, as a file.</summary>
[RequiresRecentSecondFactor]
[Audited(AuditKind.Export)]
internal sealed class ExportModel(ClientReader reader, PageText texts, TimeProvider time) : ClientList(reader, texts, time);
