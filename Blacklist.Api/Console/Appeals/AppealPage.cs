using Blacklist.Api.Console.Forms;
using Blacklist.Api.Console.Histories;
using Blacklist.Api.Console.Persons;
using Blacklist.Api.EventLog;
using Blacklist.Api.Http;
using Blacklist.Api.Listings;
using Blacklist.Api.Pages;
using Blacklist.Domain.Appeals;
using Blacklist.Domain.Listings;
using Microsoft.AspNetCore.Mvc;

namespace Blacklist.Api.Console.Appeals;

/// <summary>Where the pages of an appeal read it.</summary>
internal sealed record AppealReader(EventStore Log, ListingRows Listings, PersonCards Persons);

/// <summary>A command on one appeal of the clerk's regions.</summary>
internal abstract class AppealPage<TRequest>(FormDesk desk, AppealReader reader) : CommandPage<TRequest>(desk)
    where TRequest : class
{
    [FromRoute]
    public Guid Id { get; set; }

    protected AppealReader Reader => reader;

    protected override async Task<FormSubject?> Find()
    {
        var stream = await reader.Log.Load(Id);
        var appeal = stream.Fold(Appeal.Initial, Appeal.Evolve);
        if (appeal.Status == AppealStatus.None || !Caller.Covers(appeal.Region))
        {
            return null;
        }

        var listing = (await reader.Log.Load(appeal.ListingId.Value)).Fold(Listing.Initial, Listing.Evolve);
        var card = (await reader.Persons.Of([listing.PersonId])).GetValueOrDefault(listing.PersonId);
        return new FormSubject(appeal.Number, $"/console/appeals/{Id}",
        [
            new(Texts["field.kind"], Texts.Of(appeal.Kind)),
            new(Texts["cases.person"], card?.Name ?? Texts["person.hidden"]),
            new(Texts["cases.listing"], Texts["cases.listingOf", listing.Number, Texts.Of(listing.Status)]),
            new(Texts["field.status"], Texts.Of(appeal.Status)),
            .. appeal.Due is { } due ? [new Shown(Texts["appeals.due"], PageText.Day(due))] : Array.Empty<Shown>(),
        ], stream);
    }

    protected override string Next(Answer answer) => $"/console/appeals/{Id}";
}
