using Blacklist.Api.Eligibility.Index.SelfCheck;
using Blacklist.Api.EventLog;
using Blacklist.Api.Http;
using Blacklist.Api.Vault;
using Blacklist.Domain.Determinations;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Listings;
using Blacklist.Domain.Persons;

namespace Blacklist.Api.Eligibility.Index;

/// <summary>Keeps the index up with the log: on demand before an answer that came too late, and at least once a second anyway.</summary>
internal sealed class IndexFollower(EligibilityIndex index, EventStore log, IdentityVault vault, ExceptionProblems problems, ILogger<IndexFollower> logger) : BackgroundService
{
    private const int EventsAtOnce = 1000;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private static readonly Dictionary<PersonId, PersonIdentity> Nobody = [];
    private readonly SemaphoreSlim _one = new(1);
    private volatile bool _isStuck;

    /// <summary>Nothing that comes later can be applied, until somebody does something about it.</summary>
    public bool IsStuck => _isStuck;

    /// <summary>Applies every event the log has now.</summary>
    public Task CatchUp() => CatchUp(long.MaxValue, () => { });

    /// <summary>Applies the events up to a position; one that it has passed already is enough.</summary>
    /// <param name="atRest">Done before anything later is applied.</param>
    public async Task CatchUp(long upTo, Action atRest)
    {
        await _one.WaitAsync();
        try
        {
            await Follow(index, upTo);
            atRest();
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
        await CatchUp(long.MaxValue, () => rest = index.Rest());
        return rest!;
    }

    /// <summary>What the index holds at the position of a snapshot, which is taken when the index can no longer go past it.</summary>
    public async Task<IndexAtRest> RestAt(LogSnapshot snapshot)
    {
        await CatchUp(); // most of it while nobody waits
        await _one.WaitAsync();
        try
        {
            snapshot.Take();
            await Follow(index, snapshot.Position, persons => Task.FromResult(vault.Open(persons, snapshot)));
            return index.Rest();
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>The index goes on with what another holds, which is nobody else's.</summary>
    public async Task GoOnWith(EligibilityIndex other)
    {
        await Follow(other); // most of it while nobody waits
        await _one.WaitAsync();
        try
        {
            await Follow(other);
            index.TakeOver(other);
        }
        finally
        {
            _one.Release();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        var isCutOff = false;
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await CatchUp();
                isCutOff = false;
            }
            catch (Exception said) when (said is IndexInDoubtException or IndexStuckException)
            {
                // The node is out of service; it goes on with what it is given instead, or when it can.
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                if (!isCutOff)
                {
                    logger.LogWarning(failure, "The index stands at {Position} and cannot follow the log now", index.Position);
                }

                isCutOff = true;
            }
        }
    }

    private Task Follow(EligibilityIndex any, long upTo = long.MaxValue) => Follow(any, upTo, persons => vault.Open(persons));

    private async Task Follow(EligibilityIndex any, long upTo, Func<IReadOnlyCollection<PersonId>, Task<IReadOnlyDictionary<PersonId, OpenedPerson>>> open)
    {
        try
        {
            while (any.Position < upTo && await Later(any) is { Count: > 0 } read)
            {
                List<EventEnvelope> events = [.. read.TakeWhile(envelope => envelope.Position <= upTo)];
                var persons = events.SelectMany(envelope => PersonsOf(envelope.Data)).Distinct().ToList();
                any.Apply(events, persons.Count == 0 ? Nobody : Known(await open(persons)));
            }

            _isStuck = false;
        }
        catch (Exception failure) when (problems.Of(failure).Kind == ProblemKinds.InternalError)
        {
            if (!_isStuck)
            {
                logger.LogCritical(failure, "Out of service: the index stands at {Position} and cannot make out what the log holds next; was it written by a newer version of the service?", any.Position);
            }

            _isStuck = true;
            throw new IndexStuckException(failure);
        }
    }

    /// <summary>What the log holds after the event on which an index stands, which is read once more: the log may have been put back to an earlier state, and gone on otherwise.</summary>
    /// <exception cref="IndexInDoubtException">The log does not hold that event.</exception>
    private async Task<IReadOnlyList<EventEnvelope>> Later(EligibilityIndex any)
    {
        if (any.Position <= 0)
        {
            return await log.ReadAfter(any.Position, EventsAtOnce);
        }

        var read = await log.ReadAfter(any.Position - 1, EventsAtOnce + 1);
        if (read.Count > 0 && any.StandsOn(read[0]))
        {
            return [.. read.Skip(1)];
        }

        if (!any.IsInDoubt)
        {
            logger.LogCritical("Out of service: the log does not hold the event at {Position} any more, up to which the index knows it; was it put back to an earlier state?", any.Position);
        }

        any.IsInDoubt = true;
        throw new IndexInDoubtException();
    }

    private static Dictionary<PersonId, PersonIdentity> Known(IReadOnlyDictionary<PersonId, OpenedPerson> persons) =>
        persons.Values.Where(person => person.Identity is not null).ToDictionary(person => person.Id, person => person.Identity!);

    private static IEnumerable<PersonId> PersonsOf(IEvent fact) => fact switch
    {
        ListingProposed e => [e.PersonId],
        IdentityLinked e => [e.PersonId, e.IdentityId],
        DeterminationRecorded { ApplicantId: { } applicant } => [applicant],
        _ => [],
    };
}
