using Blacklist.Api.Http;
using Microsoft.AspNetCore.Mvc;

namespace Blacklist.Api.Pages;

/// <summary>What the handler of an endpoint answered, as the answer of a page; a problem is told in a page of its own.</summary>
internal sealed class PageAnswer(IResult result) : IActionResult
{
    public Task ExecuteResultAsync(ActionContext context)
    {
        if (result is not Problem problem)
        {
            return result.ExecuteAsync(context.HttpContext);
        }

        context.HttpContext.Features.Set(problem);
        context.HttpContext.Response.StatusCode = problem.Kind.Status;
        return Task.CompletedTask;
    }
}
