using Blacklist.Domain.Identity;
using Blacklist.Domain.Matching;
using Blacklist.Domain.Names;

namespace Blacklist.Tests.Domain.Matching;

public sealed class ParticularsSpecs
{
    private static readonly PersonName Name = PersonName.Parse("张三丰").Value!;
    private static readonly DateOnly?[] Births = [null, new(1985, 12, 31), new(1985, 1, 1), new(1986, 1, 1)];
    private static readonly int?[] Years = [null, 1985, 1986];
    private static readonly Sex?[] Sexes = [null, Sex.Male, Sex.Female];

    [Fact]
    public void They_contradict_exactly_where_a_match_by_name_says_so()
    {
        foreach (var applicant in Persons())
        {
            var particulars = new Particulars(applicant);
            foreach (var listed in Persons())
            {
                var contradicted = PersonMatch.Of(applicant, listed).Reasons.Any(reason => reason == MatchReason.BirthDateDiffers || reason == MatchReason.SexDiffers);
                particulars.Contradict(listed.BirthDate, listed.BirthYear, listed.Sex).ShouldBe(contradicted);
            }
        }
    }

    private static IEnumerable<PersonIdentity> Persons() =>
        from birth in Births from year in Years from sex in Sexes select new PersonIdentity(Name, [], birth, sex) { BirthYear = year };
}
