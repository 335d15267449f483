using Blacklist.Domain.Identity;
using Blacklist.Domain.Persons;
using Blacklist.Tests.Domain.Eligibility;

namespace Blacklist.Tests.Domain.Persons;

public sealed class IdentifiedBySpecs
{
    private static readonly PersonIdentity Named = ACase.Person("张三");

    [Fact]
    public void The_strongest_that_is_known_counts()
    {
        Named.IdentifiedBy().ShouldBe(IdentifiedBy.NameOnly);
        (Named with { Sex = Sex.Male }).IdentifiedBy().ShouldBe(IdentifiedBy.Sex);
        (Named with { Sex = Sex.Male, BirthYear = 1985 }).IdentifiedBy().ShouldBe(IdentifiedBy.BirthYear);
        (Named with { BirthDate = new DateOnly(1985, 12, 31), BirthYear = 1985 }).IdentifiedBy().ShouldBe(IdentifiedBy.BirthDate);
        ACase.Person("张三", ACase.Number).IdentifiedBy().ShouldBe(IdentifiedBy.Document);
    }

    [Theory]
    [InlineData(IdentifiedBy.Document, false)]
    [InlineData(IdentifiedBy.BirthDate, true)]
    [InlineData(IdentifiedBy.NameOnly, true)]
    public void An_entry_without_a_number_needs_completion(IdentifiedBy identifiedBy, bool needed) => identifiedBy.NeedsCompletion().ShouldBe(needed);
}
