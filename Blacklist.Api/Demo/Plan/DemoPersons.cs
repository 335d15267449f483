using Blacklist.Api.Listings;
using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Names;
using Blacklist.Domain.Persons;

namespace Blacklist.Api.Demo.Plan;

/// <summary>Invented persons as decisions name them: some known by name only, their listings each somewhere on its way.</summary>
internal sealed class DemoPersons(SyntheticPersons synthetic, DemoIds ids, ProcedureTerms terms)
{
    private static readonly Part[] Parts = [Part.PersonInCharge, Part.Founder, Part.CouncilMember];

    private int _decisions;
    private int _persons;

    /// <summary>One to three persons, the person in charge first.</summary>
    public IReadOnlyList<DemoPerson> NamedBy(DateOnly decidedOn) =>
        [.. Parts.Take(1 + (_decisions++ % Parts.Length)).Select(part => Next(part, decidedOn))];

    /// <summary>When the steps after a notice are taken, with the statement period that the procedure grants.</summary>
    public DemoDates Dates(DateOnly notice, int index = 0)
    {
        var period = terms.StatementPeriod(notice).Value ?? throw new InvalidOperationException($"No working days are known for {notice}.");
        var decision = period.Due.AddDays(2 + (index % 9));
        return new(notice, period, decision, decision.AddDays(60));
    }

    public static PersonIdentity Identity(string name, string? number, DateOnly? birthDate = null, Sex? sex = null) => new(
        PersonName.Parse(name).Value!,
        number is null ? [] : [IdentityDocument.Parse(DocumentType.ResidentId, number, issuingCountry: null, DemoPlan.Today).Value!],
        birthDate,
        sex);

    private DemoPerson Next(Part part, DateOnly decidedOn)
    {
        var index = _persons++;
        var identity = Identity(index);
        return new(
            new NamedPerson(ids.Next(), new PersonId(ids.Next()), part, identity.IdentifiedBy()),
            identity,
            FateOf(index),
            Dates(decidedOn.AddDays(10 + (index % 15)), index));
    }

    /// <summary>One in ten is known without a number, half of these with the birth date.</summary>
    private PersonIdentity Identity(int index)
    {
        var person = synthetic[index];
        return index % 10 == 3
            ? Identity(person.Name, null, index % 20 == 3 ? person.BirthDate : null, person.Sex)
            : Identity(person.Name, person.Number);
    }

    private static Fate FateOf(int index) => (index % 20) switch
    {
        5 => Fate.NotProposed,
        9 => Fate.Proposed,
        11 => Fate.NoticeServed,
        13 => Fate.Answered,
        15 => Fate.Dropped,
        17 => Fate.Annulled,
        _ => Fate.InForce,
    };
}
