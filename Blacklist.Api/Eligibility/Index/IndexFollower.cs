using Blacklist.Api.Eligibility.Index.SelfCheck;
using Blacklist.Api.EventLog;
using Blacklist.Api.Vault;
using Blacklist.Domain.Determinations;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Listings;
using Blacklist.Domain.Persons;

namespace Blacklist.Api.Eligibility.Index;

/// <summary>Keeps the index up with the log: on demand before an answer that came too late, and at least once a second anyway.</summary>
internal sealed class IndexFollower(EligibilityIndex index, EventStore log, IdentityVault vault, ILogger<IndexFollower> logger) : BackgroundService
{
    private const int EventsAtOnce = 1000;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private readonly SemaphoreSlim _one = new(1);

    /// <summary>Applies every event the log has now.</summary>
    /// <param name="atRest">Done before anything later is applied.</param>
    public async Task CatchUp(Action? atRest = null)
    {
        await _one.WaitAsync();
        try
        {
            await Follow(index);
            atRest?.Invoke();
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>What the index holds now.</summary>
    public async Task<IndexAtRest> Rest()
    {
        IndexAtRest? rest = null;
        await CatchUp(() => rest = index.Rest());
        return rest!;
    }

    /// <summary>Brings another index to where this one stands; something is done while both rest there.</summary>
    /// <param name="other">It is nobody else's.</param>
    public async Task Join(EligibilityIndex other, Action atRest)
    {
        await Follow(other); // most of it while nobody waits
        await _one.WaitAsync();
        try
        {
            await Follow(index);
            await Follow(other, index.Position);
            atRest();
        }
        finally
        {
            _one.Release();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await CatchUp();
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                logger.LogWarning(failure, "The index stands at {Position} and cannot follow the log now", index.Position);
            }
        }
    }

    private async Task Follow(EligibilityIndex any, long upTo = long.MaxValue)
    {
        while (any.Position < upTo && await log.ReadAfter(any.Position, EventsAtOnce) is { Count: > 0 } read)
        {
            List<EventEnvelope> events = [.. read.TakeWhile(envelope => envelope.Position <= upTo)];
            any.Apply(events, await Identities(events));
        }
    }

    private async Task<IReadOnlyDictionary<PersonId, PersonIdentity>> Identities(IReadOnlyList<EventEnvelope> events)
    {
        var persons = events.SelectMany(envelope => PersonsOf(envelope.Data)).Distinct().ToList();
        return persons.Count == 0
            ? new Dictionary<PersonId, PersonIdentity>()
            : (await vault.Open(persons)).Values.Where(person => person.Identity is not null).ToDictionary(person => person.Id, person => person.Identity!);
    }

    private static IEnumerable<PersonId> PersonsOf(IEvent fact) => fact switch
    {
        ListingProposed e => [e.PersonId],
        IdentityLinked e => [e.PersonId, e.IdentityId],
        DeterminationRecorded { ApplicantId: { } applicant } => [applicant],
        _ => [],
    };
}
