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
            differences.AddRange((await Differences(clerk, row, address, answers)).Select(difference => $"{row.Path}: {difference}"));
            if (row.Wrong is { } wrong)
            {
                differences.AddRange((await Refused(clerk, await wrong(story), answers)).Select(difference => $"{row.Path}: {difference}"));
            }

            pages.Node.Clock.Now = RegistryNode.Today;
        }

        differences.ShouldBeEmpty();
    }

    private static async Task<IReadOnlyList<string>> Differences(PageClient clerk, FormRow row, string address, (string, string)[] answers)
    {
        var check = await clerk.Get(address);
        if (answers.Length > 0)
        {
            var empty = await clerk.Post(address, check, ("_step", "check"));
            if (row.MayBeEmpty ? empty.Status != 200 : empty.Status != 422 || Alert(empty).Length == 0)
            {
                return [$"empty, {empty.Status}: {Alert(empty)}"];
            }

            check = await clerk.Post(address, check, [("_step", "check"), .. answers]);
        }

        if (check.Status != 200)
        {
            return [$"not to be checked, {check.Status}: {Alert(check)}"];
        }

        var sent = await clerk.Post(address, check, ("_step", "send"));
        if (row.Shows is { } shown)
        {
            return sent.Status == 200 && sent.Text.Contains(shown, StringComparison.Ordinal) ? [] : [$"does not show it, {sent.Status}: {Alert(sent)}"];
        }

        if (sent is not { Status: 302, Location: { } next } || !next.Contains("done=", StringComparison.Ordinal))
        {
            return [$"not to be sent, {sent.Status}: {Alert(sent)}"];
        }

        var twice = await clerk.Post(address, check, ("_step", "send"));
        var done = await clerk.Get(next);
        return
        [
            .. twice.Location == sent.Location || (row.IsOnce && twice.Status == 409 && Alert(twice).Length > 0) ? [] : new[] { $"sent twice, {twice.Status}: {twice.Location}" },
            .. done.Status == 200 && done.Text.Contains("note good done", StringComparison.Ordinal) ? [] : new[] { $"does not say that it is done, {done.Status} {next}" },
        ];
    }

    /// <summary>Where the state does not allow it, the page says why and keeps what was filled in.</summary>
    private static async Task<IReadOnlyList<string>> Refused(PageClient clerk, string address, (string Name, string Value)[] answers)
    {
        var refused = await clerk.Post(address, await clerk.Get(address), [("_step", answers.Length > 0 ? "check" : "send"), .. answers]);
        return
        [
            .. refused.Status == 409 && Alert(refused).Length > 0 ? [] : new[] { $"in the wrong state, {refused.Status}: {Alert(refused)}" },
            .. answers.Where(answer => !refused.Text.Contains(answer.Value.Split('\n')[0], StringComparison.Ordinal)).Select(answer => $"in the wrong state, {answer.Name} is lost"),
        ];
    }

    private static string Alert(PageReply page) =>
        System.Text.RegularExpressions.Regex.Match(page.Text, "role=\"alert\".*?</div>", System.Text.RegularExpressions.RegexOptions.Singleline, TimeSpan.FromSeconds(5)).Value;
}
