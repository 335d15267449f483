using Blacklist.Api.Eligibility.Index.Packed;
using Blacklist.Domain.Eligibility;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Listings.InForce;

namespace Blacklist.Api.Eligibility.Index.SelfCheck;

/// <summary>A listing and its person as a row; the same whether it is packed or loose.</summary>
internal static class ListingRows
{
    public static void Write(BinaryWriter row, ListedPerson listed)
    {
        Write(row, listed.Identity);
        Write(row, listed.Listing);
    }

    public static void Write(BinaryWriter row, ListingFacts listing)
    {
        row.Write(listing.Id.Value);
        row.Write(listing.Number);
        row.Write(listing.PersonId.Value);
        row.Write(listing.DispositionId);
        row.WriteWord<Domain.BannedOrganizations.DispositionKind>(listing.Disposition);
        row.Write(listing.DispositionDate.DayNumber);
        row.Write(listing.DispositionDocument);
        row.WriteWord<Domain.BannedOrganizations.Part>(listing.Part);
        row.WriteWord(listing.RegisteredAs);
        row.Write(listing.Region.Value);
        row.WriteWord<Domain.Listings.ListingStatus>(listing.Status);
        row.Write(listing.DispositionAnnulled);
        Write(row, listing.Changes);
    }

    public static void Write(BinaryWriter row, string name, PackedPerson person)
    {
        row.Write(name);
        row.Write(true);
        row.WriteWord<KnownBy>(person.By);
        row.Write(person.Value);
    }

    private static void Write(BinaryWriter row, PersonIdentity person)
    {
        if (PackedPerson.Of(person) is { } packed)
        {
            Write(row, person.Name.Normal, packed);
            return;
        }

        row.Write(person.Name.Normal);
        row.Write(false);
        row.WriteAll([.. person.OtherNames.Select(name => name.Normal).Order(StringComparer.Ordinal)], (names, name) => names.Write(name));
        row.WriteAll([.. person.Documents.OrderBy(document => document.Type).ThenBy(document => document.Key, StringComparer.Ordinal)], (documents, document) =>
        {
            documents.WriteWord<DocumentType>(document.Type);
            documents.Write(document.Key);
        });
        row.Write(person.BirthDate);
        row.WriteWord(person.Sex);
        row.Write(person.BirthYear ?? 0);
    }

    private static void Write(BinaryWriter row, ListingChanges changes)
    {
        row.WriteAll(changes.Suspensions, (suspensions, suspension) =>
        {
            suspensions.Write(suspension.From.DayNumber);
            suspensions.Write(suspension.Until);
            suspensions.Write(suspension.DocumentNumber);
        });
        row.WriteAll(changes.Waivers, Write);
        row.WriteAll(changes.Variations, (variations, variation) =>
        {
            variations.Write(variation.EffectiveOn.DayNumber);
            variations.Write(variation.EndsOn);
            variations.WriteAll(variation.Positions, (positions, position) => positions.WriteWord<Domain.Registration.Position>(position));
        });
        row.Write(changes.RepairedOn);
        row.WriteAll([.. changes.Disputes.Select(appeal => appeal.Value).Order()], (appeals, appeal) => appeals.Write(appeal));
        row.Write(changes.StatementId ?? Guid.Empty);
    }

    private static void Write(BinaryWriter row, Waiver waiver)
    {
        row.Write(waiver.Id);
        row.WriteAll(waiver.Organizations, (organizations, organization) => organizations.Write(organization.Normal));
        row.Write(waiver.From.DayNumber);
        row.Write(waiver.Until);
    }
}
