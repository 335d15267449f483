using System.Text;
using Blacklist.Api.EventLog;
using Blacklist.Domain.Calendar;
using Blacklist.Domain.Listings;

namespace Blacklist.Tests.EventLog;

/// <summary>What old shapes of events come to: what was not recorded then is empty, never guessed.</summary>
public sealed class OldShapeSpecs
{
    private static readonly EventTypes Types = EventTypes.OfTheDomain();

    [Fact]
    public void An_old_proposal_has_facts_and_no_evidence()
    {
        var proposal = Read<ListingProposed>("listing_proposed");

        proposal.Facts.ShouldBe("决定书载明其为负责人");
        proposal.Grounds.ShouldBeNull();
        proposal.Evidence.ShouldBeEmpty();
        proposal.IntendedRules.ShouldBeEmpty();
    }

    [Fact]
    public void An_old_notice_has_its_statement_period()
    {
        var notice = Read<NoticeServed>("notice_served");

        notice.AnnouncedOn.ShouldBeNull();
        (notice.Facts, notice.Grounds).ShouldBe(("", ""));
        var period = notice.StatementPeriod;
        (period.Start, period.Period, period.Due, period.CalendarVersion)
            .ShouldBe((new DateOnly(2026, 3, 9), Period.OfWorkingDays(5), new DateOnly(2026, 3, 16), "2026"));
        period.Skipped.ShouldBeEmpty();
        period.MakeUpDays.ShouldBeEmpty();
    }

    [Fact]
    public void What_follows_from_a_deadline_is_not_stored() =>
        Types.Write(Read<NoticeServed>("notice_served")).Json.ShouldNotContain("passesAt");

    private static T Read<T>(string storedName) =>
        Types.Read(storedName, Encoding.UTF8.GetBytes(File.ReadAllText(
            Path.Combine(Repository.Root, "Blacklist.Tests", "Contracts", "Events", storedName + ".json")))).ShouldBeOfType<T>();
}
