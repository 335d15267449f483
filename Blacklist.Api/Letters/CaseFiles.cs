using Blacklist.Api.EventLog;
using Blacklist.Api.Persons;
using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Letters;
using Blacklist.Domain.Listings;
using Blacklist.Domain.Persons;
using Blacklist.Domain.Regions;
using Blacklist.Domain.Rules;

namespace Blacklist.Api.Letters;

/// <summary>A listing with everything that letters about it tell, from the log; and who the person is, from the vault.</summary>
/// <param name="Person">With what had been linked to the person by then, a corrected number in place of the wrong one; null when the person was erased.</param>
/// <param name="Rules">As they stood at the case's place in the log.</param>
internal sealed record CaseFile(ListingFile Listing, OrganizationFile Organization, RuleCatalogue Rules, PersonIdentity? Person)
{
    public RegionCode Region => Listing.Proposal!.Region;

    public DispositionRecorded Disposition => Organization.Dispositions[Listing.Proposal!.DispositionId];
}

/// <summary>An appeal with the case that it is about.</summary>
internal sealed record AppealCase(AppealFile Appeal, CaseFile Case);

/// <summary>
/// Puts the papers of a case together as they were when the log stood at the fact a letter tells of: whenever the letter is printed,
/// it says the same. A dropped proposal that is made again is a new file.
/// </summary>
internal sealed class CaseFiles(EventStore log, WholePersons persons)
{
    /// <param name="until">The fact that the letter tells of, among those since the listing was proposed last; where there is none, the newest.</param>
    /// <returns>Null when there is no such listing.</returns>
    public async Task<CaseFile?> OfListing(Guid id, Func<IEvent, bool> until)
    {
        var stream = await log.Load(id);
        var told = stream.Events.Reverse().TakeWhile(recorded => recorded.Data is not ListingProposed).FirstOrDefault(recorded => until(recorded.Data));
        return stream.Events is [.., var newest] ? await OfListing(stream, (told ?? newest).Position) : null;
    }

    public async Task<CaseFile?> OfListing(Guid id, long position) => await OfListing(await log.Load(id), position);

    /// <returns>Null when there is no such appeal.</returns>
    public async Task<AppealCase?> OfAppeal(Guid id)
    {
        var stream = await log.Load(id);
        var appeal = stream.Fold(AppealFile.Empty, AppealFile.Evolve);
        return appeal.Filed is { } filed && await OfListing(filed.ListingId.Value, stream.Events[^1].Position) is { } file
            ? new AppealCase(appeal, file)
            : null;
    }

    private async Task<CaseFile?> OfListing(EventStream stream, long position)
    {
        var listing = Until(position, stream, ListingFile.Empty, ListingFile.Evolve);
        if (listing.Proposal is not { } proposal)
        {
            return null;
        }

        var organization = await log.Load(proposal.OrganizationId.Value);
        var rules = await log.Load(RuleCatalogue.StreamId);
        var person = await log.Load(proposal.PersonId.Value);
        return new CaseFile(
            listing, organization.Fold(OrganizationFile.Empty, OrganizationFile.Evolve),
            Until(position, rules, RuleCatalogue.Initial, RuleCatalogue.Evolve),
            await persons.Open(proposal.PersonId, Until(position, person, Person.Initial, Person.Evolve)));
    }

    private static TState Until<TState>(long position, EventStream stream, TState initial, Func<TState, IEvent, TState> evolve) =>
        stream.Events.Where(recorded => recorded.Position <= position).Select(recorded => recorded.Data).Aggregate(initial, evolve);
}
