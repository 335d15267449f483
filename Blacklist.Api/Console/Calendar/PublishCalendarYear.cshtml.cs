using System.Text.Json;
using System.Text.Json.Nodes;
using Blacklist.Api.Calendar;
using Blacklist.Api.Commands;
using Blacklist.Api.Console.Forms;
using Blacklist.Api.EventLog;
using Blacklist.Api.Http;
using Blacklist.Api.Http.Json;
using Blacklist.Api.Security;
using Blacklist.Domain.Calendar;
using Microsoft.AspNetCore.Mvc;

namespace Blacklist.Api.Console.Calendar;

/// <summary>The arrangement of a year, new or corrected: deadlines computed from then on use it.</summary>
[Requires(Permission.KeepCalendar)]
internal sealed class PublishCalendarYearModel(FormDesk desk, EventStore log, CommandDesk commands) : CommandPage<PublishCalendarYearRequest>(desk)
{
    [FromRoute]
    public int Year { get; set; }

    protected override async Task<FormSubject?> Find()
    {
        var stream = await log.Load(CalendarYears.StreamId);
        var known = stream.Fold(CalendarYears.Initial, CalendarYears.Evolve).Years.ContainsKey(Year);
        return new FormSubject(Texts["calendar.year", Year], known ? $"/console/calendar/{Year}" : "/console/calendar", [], stream);
    }

    /// <summary>A year that stands is corrected from what it says.</summary>
    protected override async Task<JsonObject> Opened()
    {
        var years = (await log.Load(CalendarYears.StreamId)).Fold(CalendarYears.Initial, CalendarYears.Evolve).Years;
        return years.GetValueOrDefault(Year) is not { } published ? [] : new JsonObject
        {
            ["holidays"] = JsonSerializer.SerializeToNode(published.Year.Holidays, EdgeJson.Options),
            ["makeUpDays"] = JsonSerializer.SerializeToNode(published.Year.MakeUpDays, EdgeJson.Options),
            ["source"] = published.Source,
        };
    }

    protected override Task<IResult> Send(Body<PublishCalendarYearRequest> body, Write write) => PublishCalendarYearEndpoint.Handle(Year, body, write, commands);

    protected override string Next(Answer answer) => $"/console/calendar/{Year}";
}
