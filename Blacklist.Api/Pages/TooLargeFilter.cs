using Blacklist.Api.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Blacklist.Api.Pages;

/// <summary>
/// A form that says it is larger than its page takes is told so before anything of it is read: whoever looks for the form's token would only find none.
/// It is thrown away within reason, for a sender still at it would not hear the answer.
/// </summary>
internal sealed class TooLargeFilter : IAuthorizationFilter, IOrderedFilter
{
    /// <summary>After the page's own limit (900), before the form's token (1000).</summary>
    public int Order => 950;

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        if (context.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is not { MaxRequestBodySize: { } most } limit || !(context.HttpContext.Request.ContentLength > most))
        {
            return;
        }

        if (!limit.IsReadOnly)
        {
            limit.MaxRequestBodySize = Math.Max(most, Limits.DiscardedBytes);
        }

        context.Result = new PageAnswer(new Problem(ProblemKinds.BodyTooLarge));
    }
}
