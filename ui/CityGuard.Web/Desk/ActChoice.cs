using CityGuard.Domain.Areas;

namespace CityGuard.Web.Desk;

/// <summary>One of several things that an act may mean.</summary>
/// <param name="Id">Key; also of its text (<c>Choice.KEY</c>) where it has no name of its own.</param>
/// <param name="Name">The city's own name of it.</param>
public sealed record ActChoice(string Id, BilingualName? Name = null);
