using System.Text.Json.Nodes;

namespace Blacklist.Tests.Api;

/// <summary>A listing follows its person through new cards, names, corrections and other entries, on every node.</summary>
public sealed class LinkedIdentityTests(NodesOfOneDatabase nodes) : IClassFixture<NodesOfOneDatabase>
{
    private readonly Story _story = nodes.Story;

    [Fact]
    public async Task A_new_card_restricts_as_the_old_one_did()
    {
        const string Name = "甲明湖";
        var number = ResidentIds.Of(800);
        var listing = await _story.Listed(Name, number);
        var passport = IdentitySteps.ADocument("E70000001", "passport", "CHN");
        (await CheckBy(_story, Name, passport)).ShouldAnswer("review", "name_only");

        await _story.Link(listing, "furtherDocument", Name, passport.DeepClone());

        await nodes.OnEveryNode(async story =>
        {
            var check = await CheckBy(story, Name, passport);
            check.ShouldAnswer("restricted", "listing_in_force");
            check.Reasons()[0]!["matchedBy"]!.ToString().ShouldBe("passport");
            (await story.Check(Name, number)).ShouldAnswer("restricted", "listing_in_force");
        });
    }

    [Fact]
    public async Task A_former_name_is_the_persons_until_the_link_is_taken_away()
    {
        var number = ResidentIds.Of(801);
        var listing = await _story.Listed("乙明湖", number);
        (await _story.Check("乙秋水", number)).ShouldAnswer("review", "name_incompatible");

        var former = await _story.Link(listing, "otherName", "乙秋水");
        await nodes.OnEveryNode(async story => (await story.Check("乙秋水", number)).ShouldAnswer("restricted", "listing_in_force"));

        await _story.Unlink(listing, former);
        await nodes.OnEveryNode(async story => (await story.Check("乙秋水", number)).ShouldAnswer("review", "name_incompatible"));
    }

    [Fact]
    public async Task After_a_correction_the_wrong_number_restricts_nobody_and_the_right_one_does()
    {
        const string Name = "丙明湖";
        var (wrong, right) = (ResidentIds.Of(802), ResidentIds.Of(803));
        var listing = await _story.Listed(Name, wrong);
        (await _story.Check(Name, right)).ShouldAnswer("eligible", "different_document");

        await _story.Link(listing, "correctedNumber", Name, IdentitySteps.ADocument(right));

        await nodes.OnEveryNode(async story =>
        {
            (await story.Check(Name, wrong)).ShouldAnswer("eligible", "different_document");
            (await story.Check(Name, right)).ShouldAnswer("restricted", "listing_in_force");
        });
    }

    [Fact]
    public async Task A_correction_that_was_wrong_itself_is_corrected_by_the_next()
    {
        const string Name = "癸松风";
        var (first, second, right) = (ResidentIds.Of(830), ResidentIds.Of(831), ResidentIds.Of(832));
        var listing = await _story.Listed(Name, first);
        await _story.Link(listing, "correctedNumber", Name, IdentitySteps.ADocument(second));
        (await _story.Check(Name, second)).ShouldAnswer("restricted", "listing_in_force");

        await _story.Link(listing, "correctedNumber", Name, IdentitySteps.ADocument(right));

        await nodes.OnEveryNode(async story =>
        {
            (await story.Check(Name, first)).ShouldAnswer("eligible", "different_document");
            (await story.Check(Name, second)).ShouldAnswer("eligible", "different_document");
            (await story.Check(Name, right)).ShouldAnswer("restricted", "listing_in_force");
        });
    }

    [Fact]
    public async Task Two_entries_of_one_person_are_joined_and_split_again_without_a_trace()
    {
        var (one, two) = (ResidentIds.Of(804), ResidentIds.Of(805));
        var listing = await _story.Listed("丁明湖", one);
        var other = await _story.Listed("丁秋水", two);
        var before = await Reasons(_story);

        var merged = await _story.Merge(listing, other);
        await nodes.OnEveryNode(async story =>
        {
            foreach (var (name, number) in new[] { ("丁明湖", one), ("丁秋水", two), ("丁明湖", two), ("丁秋水", one) })
            {
                (await story.Check(name, number)).ShouldAnswer("restricted", "listing_in_force", "listing_in_force");
            }
        });

        await _story.Unlink(listing, merged);
        await nodes.OnEveryNode(async story => (await Reasons(story)).ShouldBe(before));

        async Task<IReadOnlyList<string>> Reasons(Story story)
        {
            var answers = new List<string>();
            foreach (var (name, number) in new[] { ("丁明湖", one), ("丁秋水", two), ("丁明湖", two), ("丁秋水", one) })
            {
                answers.Add((await story.Check(name, number)).Body["applicants"]!.ToJsonString());
            }

            return answers;
        }
    }

    [Fact]
    public async Task Two_entries_that_were_joined_are_split_from_either_side_and_can_be_joined_again()
    {
        var (one, two) = (ResidentIds.Of(806), ResidentIds.Of(807));
        var listing = await _story.Listed("戊明湖", one);
        var other = await _story.Listed("戊秋水", two);
        await _story.Merge(listing, other);
        var there = await _story.Merge(other, listing);

        await _story.Unlink(other, there);
        await nodes.OnEveryNode(async story => (await story.Check("戊明湖", two)).Verdict().ShouldBe("review"));

        await _story.Merge(listing, other);
        await nodes.OnEveryNode(async story => (await story.Check("戊明湖", two)).ShouldAnswer("restricted", "listing_in_force", "listing_in_force"));

        await _story.Unlink(other, there);
        await nodes.OnEveryNode(async story => (await story.Check("戊明湖", two)).Verdict().ShouldBe("review"));
    }

    private static Task<ApiAnswer> CheckBy(Story story, string name, JsonObject document)
    {
        var applicant = Story.AnApplicant(name, number: null);
        applicant["documents"] = new JsonArray(document.DeepClone());
        return story.Clerk.Post(Story.Checks, Story.AQuestion("150602", charitable: false, applicant));
    }
}
