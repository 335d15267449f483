namespace Blacklist.Tests.ConsolePages;

/// <summary>Every command's page from the empty form to its end, and once more where the state does not allow it; a new one without a row fails.</summary>
public sealed class FormMatrixTests(PageWorld pages) : IClassFixture<PageWorld>
{
    /// <summary>What administrators do, and what is shown once, has browser tests of its own, form by form.</summary>
    private static readonly string[] Administered = ["/console/users/", "/console/clients/", "/console/callers/", "/console/rules/", "/console/calendar/", "/console/listings/{id:guid}/unmasking"];

    [Fact]
    public async Task Every_form_is_filled_in_checked_sent_and_refused_where_its_time_is_over()
    {
        pages.All.Where(page => page.IsCommand && !Administered.Any(path => page.Path.StartsWith(path, StringComparison.Ordinal))).Select(page => page.Path).Except(FormRow.All.Select(row => row.Path)).ShouldBeEmpty("a form without a row");
        var story = new FormStory(pages.Node);
        var differences = new List<string>();
        foreach (var row in FormRow.All)
        {
            var address = await row.Address(story);
            var answers = await story.Filled(row.Answers);
            pages.Node.Clock.Now = row.On ?? RegistryNode.Today;
            using var clerk = PageClient.At(pages.Node, row.Who, hasSecondFactor: true);
            differences.AddRange((await Differences(clerk, address, answers)).Select(difference => $"{row.Path}: {difference}"));
            if (row.Wrong is { } wrong)
            {
                differences.AddRange((await Refused(clerk, await wrong(story), answers)).Select(difference => $"{row.Path}: {difference}"));
            }

            pages.Node.Clock.Now = RegistryNode.Today;
        }

        differences.ShouldBeEmpty();
    }

    private static async Task<IReadOnlyList<string>> Differences(PageClient clerk, string address, (string, string)[] answers)
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
        return
        [
            .. twice.Location == sent.Location ? [] : new[] { $"sent twice, {twice.Status}: {twice.Location}" },
            .. done.Status == 200 && done.Text.Contains("note good done", StringComparison.Ordinal) ? [] : new[] { $"does not say that it is done, {done.Status} {next}" },
        ];
    }

    /// <summary>Where the state does not allow it, the page says why and keeps what was filled in.</summary>
    private static async Task<IReadOnlyList<string>> Refused(PageClient clerk, string address, (string Name, string Value)[] answers)
    {
        var refused = await clerk.Post(address, await clerk.Get(address), [("_step", "check"), .. answers]);
        return
        [
            .. refused.Status == 409 && Alert(refused).Length > 0 ? [] : new[] { $"in the wrong state, {refused.Status}: {Alert(refused)}" },
            .. answers.Where(answer => !refused.Text.Contains(answer.Value.Split('\n')[0], StringComparison.Ordinal)).Select(answer => $"in the wrong state, {answer.Name} is lost"),
        ];
    }

    private static string Alert(PageReply page) =>
        System.Text.RegularExpressions.Regex.Match(page.Text, "role=\"alert\".*?</div>", System.Text.RegularExpressions.RegexOptions.Singleline, TimeSpan.FromSeconds(5)).Value;
}
