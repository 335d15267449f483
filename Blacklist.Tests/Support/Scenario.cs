using System.Text.Json;
using Blacklist.Domain.Kernel;

namespace Blacklist.Tests;

/// <summary>Given what happened, when a command comes, then these facts or this refusal.</summary>
internal sealed class Scenario<TState>(TState state)
{
    public static Scenario<TState> Given(TState initial, Func<TState, IEvent, TState> evolve, IEnumerable<IEvent> facts) =>
        new(facts.Aggregate(initial, evolve));

    public Decided When(Func<TState, Outcome> command) => new(command(state));
}

internal sealed class Decided(Outcome outcome)
{
    public void Then(params IEvent[] facts) => outcome.ShouldBeOfType<Outcome.Recorded>().Events.ShouldBe(facts);

    /// <summary>For a fact with a list that the command made: equal by what is in it.</summary>
    public void ThenAlike(IEvent fact) =>
        Text(outcome.ShouldBeOfType<Outcome.Recorded>().Events.ShouldHaveSingleItem()).ShouldBe(Text(fact));

    public void ThenRefused(Refusal refusal) => outcome.ShouldBeOfType<Outcome.Refused>().Refusal.ShouldBe(refusal);

    private static string Text(IEvent fact) => fact.GetType().Name + JsonSerializer.Serialize(fact, fact.GetType());
}
