namespace Blacklist.Domain.Kernel;

/// <summary>A kind of stream: its stored name and how its state follows from its facts.</summary>
/// <param name="Type">snake_case, stored with every stream of the kind.</param>
public sealed record StreamKind<TState>(string Type, TState Initial, Func<TState, IEvent, TState> Evolve);
