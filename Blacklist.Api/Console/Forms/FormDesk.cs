using Blacklist.Api.EventLog;
using Blacklist.Api.Pages;
using Blacklist.Domain.Regions;

namespace Blacklist.Api.Console.Forms;

/// <summary>What the page of every command works with.</summary>
internal sealed record FormDesk(PageText Texts, EventTypes Types, RegionCatalogue Regions, TimeProvider Time);
