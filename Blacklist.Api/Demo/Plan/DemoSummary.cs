namespace Blacklist.Api.Demo.Plan;

/// <summary>What the demo's data is, in a few lines.</summary>
internal static class DemoSummary
{
    public static string Of(IReadOnlyList<DemoOrganization> plan, int factsAdded)
    {
        var published = PublishedOrganizations.ReadIllegal();
        var revoked = PublishedOrganizations.ReadRevoked();
        var persons = plan.SelectMany(organization => organization.Persons).ToList();
        var decisions = plan.Sum(organization => organization.Decisions.Count);
        return $"""
            {(factsAdded == 0 ? "The demo's data is there already; nothing was added." : $"The demo's data is loaded: {factsAdded} facts.")}
              {published.Count} organizations from {published.Sum(organization => organization.Facts.Count)} published rows, {revoked.Count} lawful ones whose registration was revoked, {plan.Count - published.Count - revoked.Count} invented ones (演示)
              {decisions} bans and revocations; a row that is neither, or bears no date, is kept as what it is and opens no listing
              {persons.Count} responsible persons, all invented, {persons.Count(person => person.Identity.Documents.Count == 0)} of them without a number; {persons.Count(person => person.Fate == Fate.InForce)} listings in force, {persons.Count(person => person.Fate is Fate.Proposed or Fate.NoticeServed or Fate.Answered)} on their way, {persons.Count(person => person.Fate is Fate.Dropped or Fate.Annulled)} dropped or annulled

            """;
    }
}
