using Blacklist.Api.Commands;
using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Domain.Calendar;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Regions;

namespace Blacklist.Api.Calendar;

/// <param name="Holidays">Days off in a row, the weekends among them included.</param>
/// <param name="MakeUpDays">Weekend days that are worked.</param>
/// <param name="Source">The arrangement as published.</param>
internal sealed record PublishCalendarYearRequest(IReadOnlyList<Holiday> Holidays, IReadOnlyList<MakeUpDay> MakeUpDays, string Source, string Reason)
{
    /// <summary>People write in any order; the calendar keeps that of the days.</summary>
    public CalendarYear Read(FieldErrors fields, int year)
    {
        fields.Count("holidays", Holidays, 1, 30);
        fields.Count("makeUpDays", MakeUpDays, 0, 60);
        return new CalendarYear(
            year,
            [.. fields.Each("holidays", Holidays, (at, holiday) => holiday with { Occasion = at.Text("occasion", holiday.Occasion, 50) }).OrderBy(holiday => holiday.First)],
            [.. fields.Each("makeUpDays", MakeUpDays, (at, makeUp) => makeUp with { Occasion = at.Text("occasion", makeUp.Occasion, 50) }).OrderBy(makeUp => makeUp.Day)]);
    }
}

internal static class PublishCalendarYearEndpoint
{
    private const int FirstYear = 1949;
    private const int LastYear = 2199;

    public static RouteHandlerBuilder Map(IEndpointRouteBuilder calendar) => calendar.MapPost("/{year:int}", Handle)
        .Summary(
            "Publish or correct a year",
            "Takes the arrangement of a year into the calendar, whole. Deadlines computed from then on use it; those computed before keep their day and their version. A holiday over the year's end is one in each of the two years.")
        .PathExample("year", "2027")
        .Example("""
            { "holidays": [
                { "occasion": "元旦", "first": "2027-01-01", "last": "2027-01-01" },
                { "occasion": "春节", "first": "2027-02-05", "last": "2027-02-08" },
                { "occasion": "清明节", "first": "2027-04-05", "last": "2027-04-05" },
                { "occasion": "劳动节", "first": "2027-05-01", "last": "2027-05-02" },
                { "occasion": "端午节", "first": "2027-06-09", "last": "2027-06-09" },
                { "occasion": "中秋节", "first": "2027-09-15", "last": "2027-09-15" },
                { "occasion": "国庆节", "first": "2027-10-01", "last": "2027-10-03" } ],
              "makeUpDays": [],
              "source": "全国年节及纪念日放假办法 (2024 修订) 第二条; 调休安排以国务院办公厅通知为准",
              "reason": "先行录入法定节日，待通知公布后更正" }
            """)
        .Answers<CalendarYearAnswer>(StatusCodes.Status200OK)
        .Rejects(FreeText.Refusals)
        .Refuses(PublishCalendarYear.Refusals)
        .Problems(ProblemKinds.OutOfRange, ProblemKinds.WrongLength);

    public static async Task<IResult> Handle(int year, Body<PublishCalendarYearRequest> body, [AsParameters] Write write, CommandDesk desk)
    {
        var fields = new FieldErrors();
        fields.Range<int>("year", year, FirstYear, LastYear);
        var command = new PublishCalendarYear(
            body.Value.Read(fields, year), fields.Text("source", body.Value.Source, 500), fields.Text("reason", body.Value.Reason, 4000), write.By);
        if (!write.Caller.Covers(RegionCode.Nation))
        {
            return Problems.Forbidden();
        }

        return await desk.Answer(write, body.Bytes, fields, async attempt =>
        {
            var calendar = await attempt.Load(CalendarYears.Stream, CalendarYears.StreamId);
            return attempt.Record(
                calendar, PublishCalendarYear.Decide(calendar.State, command),
                (state, _) => Answer.Ok(CalendarYearAnswer.Of(state.Years[year], state)));
        });
    }
}
