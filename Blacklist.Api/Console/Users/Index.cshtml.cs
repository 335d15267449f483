using Blacklist.Api.Audit;
using Blacklist.Api.Console.Administration;
using Blacklist.Api.Console.Histories;
using Blacklist.Api.Console.Lists;
using Blacklist.Api.Http;
using Blacklist.Api.Pages;
using Blacklist.Api.Security;
using Blacklist.Api.Security.People;
using Blacklist.Api.Security.People.Administration;
using Microsoft.AspNetCore.Mvc;

namespace Blacklist.Api.Console.Users;

/// <summary>用户管理: who may use the console, as what, and for which region.</summary>
[Requires(Permission.AdministerUsers)]
internal abstract class UserList(UserReader reader, AccountRows accounts, PageText texts, TimeProvider time) : ListPage<UserOnPage, string>(texts, time)
{
    [BindProperty(SupportsGet = true)]
    public string? Query { get; set; }

    protected override string Name => "users";

    protected override IReadOnlyList<Column<UserOnPage>> Columns =>
    [
        new("addUser.name", item => item.User.Details.Name),
        new("field.userName", item => item.User.UserName),
        new("field.department", item => item.User.Details.Department),
        new("field.roles", item => item.Roles),
        new("field.regions", item => reader.Grants.Regions(item.User.Details.Regions, Texts)),
        new("field.purposes", item => GrantOffers.Purposes(item.User.Details.Purposes, Texts)),
        new("users.secondFactor", item => Texts[item.User.HasSecondFactor ? "users.hasSecondFactor" : "users.noSecondFactor"]),
        new("users.status", item => Texts.Of(item.Status)),
        new("users.grantedBy", item => item.GrantedBy),
        new("users.confirmedBy", item => item.ConfirmedBy),
        new("users.createdAt", item => PageText.Moment(item.User.CreatedAt)),
    ];

    protected override Guid? IdOf(UserOnPage item) => null;

    protected override async Task<Page<UserOnPage>> Read(PageRequest<string> page, CancellationToken cancellation)
    {
        var users = page.Of(
            await reader.Users.All(page.After?.Key ?? "", page.Limit + 1, Caller.Regions, cancellation, Query?.Trim() ?? ""), user => user.Id);
        var names = await accounts.Of(users.Items.SelectMany(user => new[] { user.GrantedBy, user.ConfirmedBy }).OfType<string>(), cancellation);
        return new Page<UserOnPage>(
            [
                .. users.Items.Select(user => new UserOnPage(
                    user, GrantOffers.Roles(user.Details.Roles, Texts), UserAnswer.From(user).Status, names[user.GrantedBy],
                    user.ConfirmedBy is { } by ? names[by] : null)),
            ],
            users.NextCursor);
    }

    public static string Tone(UserStatus status) => status switch { UserStatus.Active => "good", UserStatus.Suspended => "bad", _ => "warn" };

    public static string IconOf(UserStatus status) => status switch { UserStatus.Active => "eligible", UserStatus.Suspended => "restricted", _ => "review" };
}

/// <summary>A part of it, as a page.</summary>
internal sealed class IndexModel(UserReader reader, AccountRows accounts, PageText texts, TimeProvider time) : UserList(reader, accounts, texts, time);

/// <summary>All of it, as a file.</summary>
[RequiresRecentSecondFactor]
[Audited(AuditKind.Export)]
internal sealed class ExportModel(UserReader reader, AccountRows accounts, PageText texts, TimeProvider time) : UserList(reader, accounts, texts, time);

/// <param name="GrantedBy">By name, as who confirmed it.</param>
internal sealed record UserOnPage(User User, string Roles, UserStatus Status, string GrantedBy, string? ConfirmedBy);
