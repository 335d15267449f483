using Blacklist.Api.Console.Histories;
using Blacklist.Api.Pages;
using Blacklist.Domain.Regions;

namespace Blacklist.Api.Console.Forms;

/// <summary>What the page of every command works with.</summary>
internal sealed record FormDesk(PageText Texts, Timelines Timelines, RegionCatalogue Regions, TimeProvider Time);
