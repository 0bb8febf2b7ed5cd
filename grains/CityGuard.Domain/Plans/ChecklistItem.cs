using CityGuard.Domain.Areas;

namespace CityGuard.Domain.Plans;

/// <summary>A desk of the joint centre (情指勤舆一体化).</summary>
public enum CentreDesk : byte
{
    /// <summary>Intelligence (情报).</summary>
    Intelligence,

    /// <summary>Emergency command (应急指挥).</summary>
    EmergencyCommand,

    /// <summary>Online opinion watching (舆情监测).</summary>
    OpinionWatching,

    /// <summary>Online opinion response (舆情应对).</summary>
    OpinionResponse,
}

/// <summary>One thing that a command post must see done.</summary>
/// <param name="Id">Key, unique in the plan.</param>
/// <param name="Text">What, in both languages.</param>
/// <param name="Owner">Whose it is.</param>
/// <param name="WithinSeconds">Due so long after the post opened.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.ChecklistItem")]
public sealed record ChecklistItem(
    [property: Id(0)] string Id,
    [property: Id(1)] BilingualName Text,
    [property: Id(2)] CentreDesk Owner,
    [property: Id(3)] int WithinSeconds);

/// <summary>Supplies or equipment that a plan draws.</summary>
/// <param name="Item">Key of the stock.</param>
/// <param name="Count">How many, 1 or more.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.PlannedSupply")]
public sealed record PlannedSupply([property: Id(0)] string Item, [property: Id(1)] int Count);
