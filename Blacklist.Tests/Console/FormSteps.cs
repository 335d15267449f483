namespace Blacklist.Tests.ConsolePages;

/// <summary>What a clerk does with a form: fields are called by their names, buttons by what they do.</summary>
internal static class FormSteps
{
    /// <summary>Text, day, choice from a list, or one of several in sight.</summary>
    public static async Task Fill(this Visitor clerk, params (string Name, string Value)[] answers)
    {
        foreach (var (name, value) in answers)
        {
            var field = clerk.Page.Locator($"[name='{name}']");
            switch (await field.First.EvaluateAsync<string>("field => field.type"))
            {
                case "radio" or "checkbox":
                    await clerk.Page.Locator($"[name='{name}'][value='{value}']").CheckAsync();
                    break;
                case "select-one":
                    await field.SelectOptionAsync(value);
                    break;
                default:
                    await field.FillAsync(value);
                    break;
            }
        }
    }

    /// <summary>To the answers read once more.</summary>
    public static async Task Check(this Visitor clerk)
    {
        await clerk.Step("check:visible");
        await clerk.Page.Locator("button[name=_step][value=send]").WaitForAsync();
    }

    public static async Task Send(this Visitor clerk)
    {
        await clerk.Step("send");
        await clerk.Page.Locator(".note.done").WaitForAsync();
    }

    public static Task Step(this Visitor clerk, string step) => step == "check:visible"
        ? clerk.Page.Locator(".actions button[name=_step][value=check]").ClickAsync()
        : clerk.Page.Locator($"button[name=_step][value='{step}']").ClickAsync();

    /// <summary>The whole task, from its form to its end.</summary>
    public static async Task Do(this Visitor clerk, string path, params (string Name, string Value)[] answers)
    {
        (await clerk.Open(path)).ShouldBe(200, path);
        await clerk.Fill(answers);
        await clerk.Check();
        await clerk.Send();
    }

    /// <summary>What the page says was refused, or is wrong.</summary>
    public static Task<string> Alert(this Visitor clerk) => clerk.Page.Locator("#content [role=alert]").First.InnerTextAsync();

    public static async Task<string> Content(this Visitor clerk)
    {
        await clerk.Whole();
        return await clerk.Page.Locator("#content").InnerTextAsync();
    }
}
