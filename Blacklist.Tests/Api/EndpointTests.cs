using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Blacklist.Api.Security;
using Blacklist.Domain.Calendar;
using Blacklist.Domain.CallerNotices;
using Blacklist.Domain.Deadlines;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Listings.InForce;
using Blacklist.Domain.Receipts;
using Blacklist.Domain.Reexaminations;
using Blacklist.Domain.Rules;
using Blacklist.Tests.Architecture;
using Blacklist.Tests.OpenApi;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Blacklist.Tests.Api;

/// <summary>What every endpoint of the composed service owes: a word on who may call it, and a full description.</summary>
public sealed class EndpointTests(ToldStory told) : IClassFixture<ToldStory>
{
    private readonly EndpointDataSource _endpoints = told.Node.Service<EndpointDataSource>();

    [Fact]
    public async Task Every_endpoint_says_who_may_call_it() => (await EndpointAccess.Undeclared(_endpoints, told.Node.App.Services.GetService<PageLoader>())).ShouldBeEmpty();

    [Fact]
    public async Task Every_operation_is_described_and_its_example_can_be_read()
    {
        OpenApiRules.Violations(await Document()).ShouldBeEmpty();
        OpenApiRules.WrongExamples(_endpoints.Endpoints).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_refusal_of_a_command_is_listed_at_its_operation()
    {
        var operations = Operations(await Document());
        Commands.NotAskedFor.Keys.ShouldAllBe(command => !operations.ContainsKey(JsonNamingPolicy.CamelCase.ConvertName(command.Name)));
        foreach (var command in Commands.OverHttp)
        {
            var listed = operations[JsonNamingPolicy.CamelCase.ConvertName(command.Name)];
            Commands.Refusals(command).Select(refusal => refusal.Code).ShouldBeSubsetOf(listed, command.Name);
        }
    }

    private async Task<string> Document()
    {
        using var nobody = ApiCaller.Anonymous(told.Node.Url);
        return (await nobody.Get("/openapi/v1.json")).ShouldBe(HttpStatusCode.OK).Text;
    }

    private static Dictionary<string, string[]> Operations(string document) =>
        JsonNode.Parse(document)!["paths"]!.AsObject()
            .SelectMany(path => path.Value!.AsObject().Select(operation => operation.Value!))
            .ToDictionary(
                operation => operation["operationId"]!.ToString(),
                operation => operation["x-problem-codes"]!.AsArray().Select(code => code!.ToString()).ToArray());
}

/// <summary>The domain's commands, found by their refusals.</summary>
internal static class Commands
{
    /// <summary>What nobody asks for by itself, and who issues it instead.</summary>
    public static IReadOnlyDictionary<Type, string> NotAskedFor { get; } = new Dictionary<Type, string>
    {
        [typeof(OfferShippedRule)] = "what is shipped with the program is offered at the start",
        [typeof(OfferShippedYear)] = "the same",
        [typeof(WarnOfDeadline)] = "a job tells that a day comes near",
        [typeof(PassDeadline)] = "a job tells that a day is over",
        [typeof(LapseListing)] = "a job records that a term is over",
        [typeof(DisputeListing)] = "follows from the admission of an appeal",
        [typeof(AttachStatement)] = "the same",
        [typeof(SettleDispute)] = "follows from the end of an appeal",
        [typeof(OpenCallerNotice)] = "a job finds which answers a fact changed",
        [typeof(OpenReexamination)] = "the same",
        [typeof(AnchorReceiptRoots)] = "receipts are anchored by the registry itself",
    };

    public static IReadOnlyList<Type> OverHttp { get; } = [.. Code.Commands.Where(command => !NotAskedFor.ContainsKey(command))];

    public static IReadOnlyList<Refusal> Refusals(Type command) => (IReadOnlyList<Refusal>)command.GetProperty("Refusals")!.GetValue(null)!;
}
