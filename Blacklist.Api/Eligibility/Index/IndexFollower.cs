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
            while (await log.ReadAfter(index.Position, EventsAtOnce) is { Count: > 0 } events)
            {
                index.Apply(events, await Identities(events));
            }

            atRest?.Invoke();
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
