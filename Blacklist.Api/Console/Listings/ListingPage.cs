using Blacklist.Api.BannedOrganizations;
using Blacklist.Api.Console.Forms;
using Blacklist.Api.Console.Histories;
using Blacklist.Api.Console.Persons;
using Blacklist.Api.EventLog;
using Blacklist.Api.Http;
using Blacklist.Api.Listings;
using Blacklist.Api.Pages;
using Microsoft.AspNetCore.Mvc;

namespace Blacklist.Api.Console.Listings;

/// <summary>Where the pages of a listing read it.</summary>
internal sealed record ListingReader(ListingRows Listings, BannedOrganizationRows Organizations, PersonCards Persons, EventStore Log);

/// <summary>A command on one listing of the clerk's regions.</summary>
internal abstract class ListingPage<TRequest>(FormDesk desk, ListingReader reader) : CommandPage<TRequest>(desk)
    where TRequest : class
{
    [FromRoute]
    public Guid Id { get; set; }

    protected override async Task<FormSubject?> Find()
    {
        if (await reader.Listings.Find(Id, HttpContext.RequestAborted) is not { } row || !Caller.Covers(row.Region))
        {
            return null;
        }

        var stream = await reader.Log.Load(Id);
        return About(row, stream) is { } more ? new FormSubject(row.Number, $"/console/listings/{Id}", [.. await Facts(row), .. more], IsOfItsStream ? stream : null) : null;
    }

    /// <summary>False for what is recorded elsewhere and only about the listing: it rests on no version of it.</summary>
    protected virtual bool IsOfItsStream => true;

    /// <returns>What else must be in sight; null where the listing has nothing that the command could be about.</returns>
    protected virtual IReadOnlyList<Shown>? About(ListingRow row, EventStream stream) => [];

    protected override string Next(Answer answer) => $"/console/listings/{Id}";

    private async Task<IReadOnlyList<Shown>> Facts(ListingRow row)
    {
        var names = await reader.Organizations.Names([row.BannedOrganizationId], HttpContext.RequestAborted);
        var persons = await reader.Listings.PersonsOf([row.Id], HttpContext.RequestAborted);
        var cards = await reader.Persons.Of([.. persons.Values]);
        return
        [
            new(Texts["cases.person"], cards.GetValueOrDefault(persons[row.Id])?.Name ?? Texts["person.hidden"]),
            new(Texts["cases.organization"], names.GetValueOrDefault(row.BannedOrganizationId, "")),
            new(Texts["field.part"], Texts.Of(row.Part)),
            new(Texts["field.disposition"], Texts["cases.dispositionOf", Texts.Of(row.Disposition), row.DispositionDocument, PageText.Day(row.DispositionDate)]),
            new(Texts["field.status"], Texts.Of(row.Status)),
        ];
    }
}
