using System.Text.Json.Nodes;

namespace Blacklist.Tests.Api;

/// <summary>A batch is as strong as its weakest place: the one restricted person is found in each.</summary>
public sealed class BatchTests(ToldStory told) : IClassFixture<ToldStory>
{
    private static readonly JsonObject[] Innocent =
        [.. Enumerable.Range(0, 200).Select(index => Story.AnApplicant("慕容" + (char)('一' + index), ResidentIds.Of(1_000 + index)))];

    /// <summary>Over HTTP some sizes in each run; all 20,100 places, each asked for, with FULL_SIZE=1. The domain's spec has them all in every run.</summary>
    public static TheoryData<int> Sizes => [.. RunSize.Of(suite: 0, full: 200) is 0 ? (int[])[1, 2, 17, 200] : [.. Enumerable.Range(1, 200)]];

    [Theory]
    [MemberData(nameof(Sizes))]
    public async Task The_one_restricted_person_is_found_in_each_place(int applicants)
    {
        for (var place = 0; place < applicants; place++)
        {
            var check = await told.Story.Clerk.Post(Story.Checks, Story.AQuestion("150602", charitable: false, Applicants(applicants, place)));

            check.Verdict().ShouldBe("restricted");
            Enumerable.Range(0, applicants).Where(index => check.Verdict(index) == "restricted").ShouldBe([place]);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(201)]
    public async Task No_applicants_and_too_many_are_refused(int applicants)
    {
        var check = await told.Story.Clerk.Post(Story.Checks, Story.AQuestion(
            "150602", charitable: false, [.. Enumerable.Range(0, applicants).Select(index => Innocent[index % 200].DeepClone())]));

        check.ShouldBeRefused(System.Net.HttpStatusCode.UnprocessableEntity, "wrong_length")["field"].ShouldBe("applicants");
    }

    private static JsonNode[] Applicants(int count, int restricted) =>
        [.. Enumerable.Range(0, count).Select(place => place == restricted
            ? Story.AnApplicant(ToldStory.Zhang, ToldStory.ZhangNumber)
            : Innocent[place].DeepClone())];
}
