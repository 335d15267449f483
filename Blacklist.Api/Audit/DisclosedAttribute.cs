namespace Blacklist.Api.Audit;

/// <summary>
/// How much of a person an answer of this type tells. Every type that an endpoint answers has one, none tells more than the endpoint's callers may learn
/// (ADR 0033): where callers of one endpoint may learn different things, it answers a type for each.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class DisclosedAttribute(DisclosureTier tier) : Attribute
{
    public DisclosureTier Tier { get; } = tier;
}
