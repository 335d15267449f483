using System.Net;
using System.Text.Json.Nodes;
using Blacklist.Api.Security.People;
using Blacklist.Api.Security.Sessions;
using Blacklist.Tests.Vault;
using Npgsql;

namespace Blacklist.Tests.Security.People;

public sealed class UserAdministrationTests(PeopleHost host) : IClassFixture<PeopleHost>
{
    private const string Path = "/api/v1/users";

    private readonly ApiCaller _first = host.As(PeopleHost.Administrator);
    private readonly ApiCaller _second = host.As(PeopleHost.SecondAdministrator);
    private readonly ApiCaller _ofOrdos = host.As(PeopleHost.AdministratorOfOrdos);

    [Fact]
    public async Task An_added_user_signs_in_with_the_password_that_is_shown_once()
    {
        var added = (await Add("added", "registrationClerk")).ShouldBe(HttpStatusCode.Created);
        using var browser = host.Browser();

        (await browser.SignIn("added", added["password"]!)).ShouldBe("in");

        var read = (await _second.Get(added.Location!.ToString())).ShouldBe(HttpStatusCode.OK);
        read["status"].ShouldBe("active");
        read.Text.ShouldNotContain(added["password"]!);
    }

    [Fact]
    public async Task What_demands_a_second_factor_is_confirmed_by_a_second_administrator()
    {
        var added = await Add("two.pairs.of.eyes", "approver");
        var user = added.Location!.ToString();
        added.Body["user"]!["status"]!.ToString().ShouldBe("awaitingConfirmation");
        using var browser = host.Browser();
        (await browser.SignIn("two.pairs.of.eyes", added["password"]!)).ShouldBe("refused");

        (await Post(_first, user, "confirmation")).ShouldBeRefused(HttpStatusCode.Conflict, "same_administrator_granted");
        (await Post(_second, user, "confirmation")).ShouldBe(HttpStatusCode.OK)["status"].ShouldBe("active");
        (await Post(_second, user, "confirmation")).ShouldBeRefused(HttpStatusCode.Conflict, "user_already_confirmed");

        (await browser.SignIn("two.pairs.of.eyes", added["password"]!)).ShouldBe("in");
    }

    [Fact]
    public async Task A_clerk_who_becomes_an_approver_waits_for_the_second_administrator()
    {
        var user = (await Add("rising", "registrationClerk")).Location!.ToString();

        (await Post(_first, user, "grants", Details("approver"))).ShouldBe(HttpStatusCode.OK)["status"].ShouldBe("awaitingConfirmation");
        (await Post(_first, user, "grants", Details("registrationClerk"))).ShouldBe(HttpStatusCode.OK)["status"].ShouldBe("active");
    }

    [Fact]
    public async Task Nobody_administers_beyond_the_own_regions()
    {
        var user = (await Add("of.chongqing", "registrationClerk", "500000")).Location!.ToString();

        (await _ofOrdos.Get(user)).ShouldBeRefused(HttpStatusCode.NotFound, "not_found");
        (await Post(_ofOrdos, user, "suspension")).ShouldBeRefused(HttpStatusCode.NotFound, "not_found");
        (await _ofOrdos.Get($"{Path}/u-nobody")).ShouldBeRefused(HttpStatusCode.NotFound, "not_found");
        (await Add("by.ordos", "registrationClerk", "500000", _ofOrdos)).ShouldBeRefused(HttpStatusCode.Forbidden, "forbidden");
        (await Add("by.ordos", "registrationClerk", "150602", _ofOrdos)).ShouldBe(HttpStatusCode.Created);
        var seen = (await _ofOrdos.Get($"{Path}?limit=200")).Body["items"]!.AsArray().Select(one => one!["userName"]!.ToString()).ToList();
        seen.ShouldContain("by.ordos");
        seen.ShouldNotContain("of.chongqing");
    }

    [Fact]
    public async Task Only_administrators_administer()
    {
        using var clerk = new ApiCaller(new HttpClient { BaseAddress = host.Client.BaseAddress, DefaultRequestHeaders = { { "Authorization", "Bearer " + await host.Token() } } });

        (await clerk.Get(Path)).ShouldBeRefused(HttpStatusCode.Forbidden, "forbidden");
        (await Add("by.a.clerk", "registrationClerk", by: clerk)).ShouldBeRefused(HttpStatusCode.Forbidden, "forbidden");
    }

    [Theory]
    [InlineData("x", "registrationClerk", "150600", "registration", "user_name_invalid")]
    [InlineData("fine", "root", "150600", "registration", "user_role_unknown")]
    [InlineData("fine", "registrationClerk", "1506", "registration", "user_region_invalid")]
    [InlineData("fine", "registrationClerk", "150600", "curiosity", "value_not_allowed")]
    public async Task What_cannot_be_is_refused(string name, string role, string region, string purpose, string code)
    {
        var body = Details(role, region, purpose);
        body["userName"] = name;

        (await _first.Post(Path, body)).ShouldBeRefused(HttpStatusCode.UnprocessableEntity, code);
    }

    [Fact]
    public async Task A_user_name_is_given_once_whatever_its_case()
    {
        (await Add("only.one", "registrationClerk")).ShouldBe(HttpStatusCode.Created);

        (await Add("Only.One", "registrationClerk")).ShouldBeRefused(HttpStatusCode.Conflict, "user_name_taken");
    }

    [Fact]
    public async Task A_suspended_user_comes_back_when_the_suspension_ends()
    {
        var added = await Add("on.leave", "registrationClerk");
        var user = added.Location!.ToString();
        (await Post(_first, user, "suspension")).ShouldBe(HttpStatusCode.OK)["status"].ShouldBe("suspended");
        var once = (await Post(_first, user, "suspension")).ShouldBe(HttpStatusCode.OK).ETag;
        using var browser = host.Browser();
        (await browser.SignIn("on.leave", added["password"]!)).ShouldBe("refused");

        (await Post(_first, user, "suspension/end")).ShouldBe(HttpStatusCode.OK);

        once.ShouldBe("\"2\"");
        (await browser.SignIn("on.leave", added["password"]!)).ShouldBe("in");
    }

    [Fact]
    public async Task A_reset_user_begins_anew_without_a_second_factor()
    {
        var (user, _) = await host.UserWithAuthenticator("lost.phone", PeopleHost.ClerkDetails);

        var reset = (await Post(_first, $"{Path}/{user.Id}", "reset")).ShouldBe(HttpStatusCode.OK);

        reset.Body["user"]!["secondFactor"]!.GetValue<bool>().ShouldBeFalse();
        using var browser = host.Browser();
        (await browser.SignIn("lost.phone")).ShouldBe("refused");
        (await browser.SignIn("lost.phone", reset["password"]!)).ShouldBe("in");
        (await browser.Get("/console/who")).Path().ShouldBe(SessionCookie.PasswordPath);
    }

    [Fact]
    public async Task Nobody_becomes_an_approver_by_resetting_one()
    {
        var (approver, _) = await host.UserWithAuthenticator("taken.over", PeopleHost.ApproverDetails);
        var user = $"{Path}/{approver.Id}";

        var reset = (await Post(_first, user, "reset")).ShouldBe(HttpStatusCode.OK);

        reset.Body["user"]!["status"]!.ToString().ShouldBe("awaitingConfirmation");
        using var browser = host.Browser();
        (await browser.SignIn("taken.over", reset["password"]!)).ShouldBe("refused");
        (await Post(_first, user, "confirmation")).ShouldBeRefused(HttpStatusCode.Conflict, "same_administrator_granted");
        (await Post(_second, user, "confirmation")).ShouldBe(HttpStatusCode.OK)["status"].ShouldBe("active");
        (await browser.SignIn("taken.over", reset["password"]!)).ShouldBe("in");
    }

    [Fact]
    public async Task The_servers_operator_resets_an_approver_alone()
    {
        var (approver, _) = await host.UserWithAuthenticator("reset.on.the.server", PeopleHost.ApproverDetails);

        var password = (await host.Users.Reset(approver, Users.Operator))!;

        using var browser = host.Browser();
        (await browser.SignIn("reset.on.the.server", password)).ShouldBe("in");
    }

    [Fact]
    public async Task Who_looked_at_another_version_changes_nothing()
    {
        var user = (await Add("moving", "registrationClerk")).Location!.ToString();
        (await Post(_first, user, "suspension")).ShouldBe(HttpStatusCode.OK);

        (await _second.Post($"{user}/suspension/end", new JsonObject(), ifMatch: "\"1\"")).ShouldBeRefused(HttpStatusCode.PreconditionFailed, "version_conflict");
    }

    [Fact]
    public async Task Every_act_is_kept_with_who_did_it()
    {
        var user = (await Add("acted.upon", "registrationClerk")).Location!.ToString();
        await Post(_second, user, "suspension");
        var id = user.Split('/')[^1];

        var acts = await host.Database.Owner.Scalar<string>($"select string_agg(actor || ' ' || act, ', ' order by act_id) from security.administration where subject = '{id}'");

        acts.ShouldBe("admin-000000 user_added, admin-2-000000 user_suspended");
    }

    [Theory]
    [InlineData("update security.administration set actor = 'somebody'")]
    [InlineData("delete from security.administration")]
    [InlineData("delete from security.users")]
    [InlineData("update security.users set user_id = 'u-other'")]
    [InlineData("update security.session_keys set sealed_xml = ''")]
    public async Task The_service_cannot_rewrite_what_happened(string sql) =>
        (await Should.ThrowAsync<PostgresException>(() => host.Database.App.Execute(sql))).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);

    private Task<ApiAnswer> Add(string name, string role, string region = "150600", ApiCaller? by = null)
    {
        var body = Details(role, region);
        body["userName"] = name;
        return (by ?? _first).Post(Path, body);
    }

    private static Task<ApiAnswer> Post(ApiCaller by, string user, string act, JsonObject? body = null) => by.Post($"{user}/{act}", body ?? new JsonObject());

    private static JsonObject Details(string role, string region = "150600", string purpose = "registration") => new()
    {
        ["name"] = "赵六",
        ["department"] = "鄂尔多斯市民政局",
        ["roles"] = new JsonArray(role),
        ["regions"] = new JsonArray(region),
        ["purposes"] = new JsonArray(purpose),
    };
}
