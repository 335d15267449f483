namespace Blacklist.Tests.ConsolePages;

/// <summary>Every command's page from the empty form to its end, and once more where the state does not allow it; a new one without a row fails.</summary>
public sealed class FormMatrixTests(PageWorld pages) : IClassFixture<PageWorld>
{
    [Fact]
    public async Task Every_form_is_filled_in_checked_sent_and_refused_where_its_time_is_over()
    {
        pages.All.Where(page => page.IsCommand).Select(page => page.Path).Except(FormRow.All.Select(row => row.Path)).ShouldBeEmpty("a form without a row");
        var story = new FormStory(pages.Node);
        var differences = new List<string>();
        foreach (var row in FormRow.All)
        {
            var address = await row.Address(story);
            var answers = await story.Filled(row.Answers);
            pages.Node.Clock.Now = row.On ?? RegistryNode.Today;
            using var clerk = PageClient.At(pages.Node, row.Who, hasSecondFactor: true);
            differences.AddRange((await Differences(clerk, address, answers, row.Again)).Select(difference => $"{row.Path}: {difference}"));
            pages.Node.Clock.Now = RegistryNode.Today;
        }

        differences.ShouldBeEmpty();
    }

    private static async Task<IReadOnlyList<string>> Differences(PageClient clerk, string address, (string, string)[] answers, int again)
    {
        var form = await clerk.Get(address);
        var check = await clerk.Post(address, form, [("_step", "check"), .. answers]);
        if (check.Status != 200)
        {
            return [$"not to be checked, {check.Status}: {Alert(check)}"];
        }

        var sent = await clerk.Post(address, check, ("_step", "send"));
        if (sent is not { Status: 302, Location: { } next } || !next.Contains("done=", StringComparison.Ordinal))
        {
            return [$"not to be sent, {sent.Status}: {Alert(sent)}"];
        }

        var twice = await clerk.Post(address, check, ("_step", "send"));
        var done = await clerk.Get(next);
        var other = await clerk.Get(address);
        var more = other.Status == 200 ? await clerk.Post(address, other, [("_step", "check"), .. Otherwise(answers)]) : other;
        return
        [
            .. twice.Location == sent.Location ? [] : new[] { $"sent twice, {twice.Status}: {twice.Location}" },
            .. done.Status == 200 && done.Text.Contains("note good done", StringComparison.Ordinal) ? [] : new[] { $"does not say that it is done, {done.Status} {next}" },
            .. more.Status == again && (again != 409 || Alert(more).Length > 0) ? [] : new[] { $"once more, {more.Status} instead of {again}: {Alert(more)}" },
        ];
    }

    /// <summary>The same once more writes nothing and is no mistake; something else is.</summary>
    private static IEnumerable<(string, string)> Otherwise((string Name, string Value)[] answers)
    {
        var words = answers.Index().Where(answer => answer.Item.Value.Any(sign => sign > 0x2fff)).Select(answer => answer.Index).DefaultIfEmpty(-1).First();
        return answers.Select((answer, place) => place == words ? (answer.Name, answer.Value + "之二") : answer);
    }

    private static string Alert(PageReply page) =>
        System.Text.RegularExpressions.Regex.Match(page.Text, "role=\"alert\".*?</div>", System.Text.RegularExpressions.RegexOptions.Singleline, TimeSpan.FromSeconds(5)).Value;
}
