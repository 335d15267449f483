using System.Collections;
using System.Reflection;
using Blacklist.Api.Audit;
using Blacklist.Api.OpenApi;
using Blacklist.Api.Security;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Names;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using static Blacklist.Tests.Architecture.Code;

namespace Blacklist.Tests.Architecture;

/// <summary>What an endpoint can answer tells no more of a person than its callers may learn, whatever the code of the endpoint does.</summary>
public sealed class DisclosureTests : IAsyncLifetime
{
    /// <summary>Held by nobody by that name: sealed by law (ADR 0033), so no type has a place for it.</summary>
    private static readonly string[] Sealed = ["Punish", "Detention", "Detain", "PublicSecurityPenalt", "CriminalRecord", "PoliceRecord"];

    private RegistryNode _node = null!;

    public async Task InitializeAsync() => _node = await RegistryNode.Start();

    public async Task DisposeAsync() => await _node.DisposeAsync();

    [Fact]
    public void Every_answer_is_of_a_tier_that_each_caller_of_the_endpoint_may_learn()
    {
        var endpoints = _node.Service<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(endpoint => AnswersOf(endpoint).Any()).ToList();
        endpoints.Count.ShouldBeGreaterThan(80);

        endpoints.SelectMany(endpoint => AnswersOf(endpoint).Where(type => TierOf(type) is null).Select(type => $"{type.Name} of {endpoint.DisplayName} has no tier")).ShouldBeEmpty();
        endpoints.SelectMany(TooMuch).ShouldBeEmpty();
    }

    [Fact]
    public void What_an_answer_holds_is_of_no_higher_tier_than_the_answer() =>
        Answers.SelectMany(answer => Held(answer).Where(held => TierOf(held) > TierOf(answer)).Select(held => $"{answer.Name} holds {held.Name}")).ShouldBeEmpty();

    [Fact]
    public void No_answer_but_that_of_an_unmasking_has_a_place_for_a_whole_number_or_for_who_a_person_is() =>
        Answers.Where(answer => TierOf(answer) != DisclosureTier.Identity).SelectMany(answer => Held(answer).Where(IsWho).Select(held => $"{answer.Name} holds {held.Name}")).ShouldBeEmpty();

    [Fact]
    public void What_the_law_seals_has_no_place_in_any_type() =>
        TypesOf(DomainCode).Concat(TypesOf(ApiCode)).SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => $"{type.Name}.{property.Name}"))
            .Where(place => Sealed.Any(word => place.Contains(word, StringComparison.OrdinalIgnoreCase))).ShouldBeEmpty();

    [Fact]
    public void Every_permission_says_what_reading_under_it_tells()
    {
        var silent = new[]
        {
            Permission.ReadRules, Permission.AdoptRules, Permission.KeepCalendar, Permission.ReadJobs,
            Permission.AdministerClients, Permission.ReadCallers, Permission.PauseCallers, Permission.AdministerUsers,
            Permission.ReadKeys, Permission.RotateKeys,
        };
        Enum.GetValues<Permission>().Where(permission => Learns(permission, role: null) == DisclosureTier.Nothing).ShouldBe(silent, ignoreOrder: true);
    }

    private IEnumerable<Type> Answers => _node.Service<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().SelectMany(AnswersOf).Distinct();

    /// <summary>Who may learn least must have an answer of their own; nobody has one that no caller may be given.</summary>
    private static IEnumerable<string> TooMuch(RouteEndpoint endpoint)
    {
        var tiers = AnswersOf(endpoint).Select(type => TierOf(type)!.Value).ToList();
        var learned = EndpointAccess.PermissionsOf(endpoint.Metadata).Select(permission => (Permission?)permission).FirstOrDefault() is { } permission
            ? RolePermissions.Roles.Where(role => RolePermissions.Allow([role], permission)).Select(role => (Caller: role, Tier: Learned(endpoint, permission, role))).ToList()
            : [(Caller: "everybody", Tier: DisclosureTier.Nothing)];
        return learned.Where(caller => tiers.Min() > caller.Tier).Select(caller => $"{endpoint.DisplayName} tells {caller.Caller} {tiers.Min()}, who may learn {caller.Tier}")
            .Concat(tiers.Where(tier => tier > learned.Max(caller => caller.Tier)).Select(tier => $"{endpoint.DisplayName} tells {tier} to nobody who may learn it"));
    }

    private static DisclosureTier Learned(RouteEndpoint endpoint, Permission permission, string role) =>
        Audited.Of(endpoint)?.Kind == AuditKind.Unmask ? DisclosureTier.Identity : Learns(permission, role);

    private static DisclosureTier Learns(Permission permission, string? role) =>
        Disclosures.Of(AuditKind.View, permission, role is null ? null : new Caller(role, role, "", [role], [], []));

    /// <summary>The registry's own types that answer with success; pages, files and keys are none.</summary>
    private static IEnumerable<Type> AnswersOf(RouteEndpoint endpoint) => endpoint.Metadata.OfType<IProducesResponseTypeMetadata>()
        .Where(answer => answer.StatusCode < 300).Select(answer => answer.Type).OfType<Type>()
        .Concat(endpoint.Metadata.OfType<OtherAnswer>().Select(other => other.Type))
        .Select(Element).Where(type => type.Assembly == ApiCode);

    private static DisclosureTier? TierOf(Type type) => type.GetCustomAttribute<DisclosedAttribute>()?.Tier;

    /// <summary>A list or a page is of what it lists.</summary>
    private static Type Element(Type type) =>
        type.IsGenericType && (type.IsAssignableTo(typeof(IEnumerable)) || type.Name.StartsWith("Page`", StringComparison.Ordinal)) ? type.GenericTypeArguments[0] : type;

    private static bool IsWho(Type type) =>
        type.IsAssignableTo(typeof(IdentityDocument)) || type == typeof(PersonIdentity) || type == typeof(PersonName)
        || (type.GetProperties().Any(property => property.PropertyType == typeof(DocumentType)) && type.GetProperty("Number") is not null);

    private static HashSet<Type> Held(Type type)
    {
        var held = new HashSet<Type>();
        var open = new Queue<Type>([type]);
        while (open.TryDequeue(out var next))
        {
            foreach (var part in next.GetProperties().SelectMany(property => Parts(property.PropertyType)).Where(part => part.Assembly == ApiCode || part.Assembly == DomainCode))
            {
                if (held.Add(part))
                {
                    open.Enqueue(part);
                }
            }
        }

        return held;
    }

    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType ? Parts(type.GetElementType()!) : type.IsGenericType ? type.GenericTypeArguments.SelectMany(Parts).Append(type) : [type];
}
