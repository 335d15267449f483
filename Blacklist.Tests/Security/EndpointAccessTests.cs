using System.Net;
using Blacklist.Api.Security;
using Blacklist.Tests.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Blacklist.Tests.Security;

public sealed class EndpointAccessTests(AccessHost host) : IClassFixture<AccessHost>
{
    [Fact]
    public async Task An_endpoint_that_demands_a_permission_answers_a_caller_who_has_it()
    {
        using var response = await host.Get("/who", await host.Token());

        var who = await response.Json();
        ((string)who["subject"]!).ShouldBe("clerk-150600");
        ((string)who["name"]!).ShouldBe("鄂尔多斯登记窗口");
        ((string)who["department"]!).ShouldBe("鄂尔多斯市民政局");
        who["roles"]!.ToJsonString().ShouldBe("""["registrationClerk"]""");
        who["regions"]!.ToJsonString().ShouldBe("""["150600"]""");
        who["purposes"]!.ToJsonString().ShouldBe("""["registration","change"]""");
    }

    [Theory]
    [InlineData("150602", "true")]
    [InlineData("150700", "false")]
    public async Task The_callers_regions_come_with_the_token(string region, string covered)
    {
        using var response = await host.Get("/covers/" + region, await host.Token());

        (await response.Content.ReadAsStringAsync()).ShouldBe(covered);
    }

    [Fact]
    public async Task Without_the_permission_it_is_forbidden()
    {
        using var response = await host.Get("/audit", await host.Token());

        (await response.Problem()).ShouldBe("403 forbidden");
        response.Headers.WwwAuthenticate.ToString().ShouldContain("insufficient_scope");
    }

    /// <summary>Whose token is believed already goes another way; it opens the same doors.</summary>
    [Fact]
    public async Task Whoever_is_known_already_is_let_in_and_kept_out_as_before()
    {
        var token = await host.Token();
        using var first = await host.Get("/who", token);
        using var again = await host.Get("/who", token);
        using var elsewhere = await host.Get("/audit", token);
        using var undeclared = await host.Get("/forgotten", token);
        using var otherScheme = await host.Send(HttpMethod.Get, "/who", "Basic " + token);
        using var longer = await host.Get("/who", token + "x");

        (await again.Content.ReadAsStringAsync()).ShouldBe(await first.Content.ReadAsStringAsync());
        (await elsewhere.Problem()).ShouldBe("403 forbidden");
        elsewhere.Headers.WwwAuthenticate.ToString().ShouldContain("insufficient_scope");
        (await undeclared.Problem()).ShouldBe("403 forbidden");
        (await otherScheme.Problem()).ShouldBe("401 unauthenticated");
        (await longer.Problem()).ShouldBe("401 unauthenticated");
    }

    [Fact]
    public async Task Without_a_token_the_caller_is_asked_for_one()
    {
        using var response = await host.Get("/who", null);

        (await response.Problem()).ShouldBe("401 unauthenticated");
        response.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer realm=\"blacklist\"");
    }

    [Fact]
    public async Task A_public_endpoint_answers_everybody_even_with_a_bad_token()
    {
        using var nobody = await host.Get("/open", null);
        using var somebody = await host.Get("/open", "a.b.c");

        nobody.StatusCode.ShouldBe(HttpStatusCode.OK);
        somebody.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_endpoint_that_states_nothing_answers_nobody()
    {
        using var nobody = await host.Get("/forgotten", null);
        using var somebody = await host.Get("/forgotten", await host.Token());

        (await nobody.Problem()).ShouldBe("401 unauthenticated");
        (await somebody.Problem()).ShouldBe("403 forbidden");
    }

    [Fact]
    public async Task What_does_not_exist_is_not_found_and_a_wrong_method_is_said_so()
    {
        using var unknown = await host.Get("/nothing", null);
        using var wrong = await host.Send(HttpMethod.Delete, "/who", null);

        (await unknown.Problem()).ShouldBe("404 not_found");
        (await wrong.Problem()).ShouldBe("405 method_not_allowed");
    }

    [Fact]
    public async Task An_endpoint_that_states_nothing_is_found_by_name() =>
        (await EndpointAccess.Undeclared(host.App.Services.GetRequiredService<EndpointDataSource>())).ShouldBe(["HTTP: GET /forgotten"]);

    [Fact]
    public async Task An_endpoint_that_states_both_is_found_too()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddAuthorization();
        await using var app = builder.Build();
        var group = app.MapGroup("/audit").Requires(Permission.ReadAudit);
        group.MapGet("/closed", () => "closed");
        group.MapGet("/both", () => "both").IsPublic("By mistake.");
        app.MapGet("/no-reason", () => "open").IsPublic("");

        (await EndpointAccess.Undeclared(new CompositeEndpointDataSource(((IEndpointRouteBuilder)app).DataSources)))
            .ShouldBe(["HTTP: GET /no-reason", "HTTP: GET /audit/both"], ignoreOrder: true);
    }
}
