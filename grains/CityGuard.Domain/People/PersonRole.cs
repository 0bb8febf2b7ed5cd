namespace CityGuard.Domain.People;

/// <summary>What a person who signs in is there for. An integration with an API key is no person and has none.</summary>
public enum PersonRole : byte
{
    /// <summary>Looks (值守查看).</summary>
    Viewer,

    /// <summary>Commands the incidents of an area (指挥调度员).</summary>
    Dispatcher,

    /// <summary>Commands the incidents of an area, and the area itself (指挥长).</summary>
    Commander,
}

/// <summary>What a command asks of who gives it.</summary>
public enum CommandRight : byte
{
    /// <summary>To work an incident: send, change, add, recall, verify, close.</summary>
    Handle,

    /// <summary>To decide over the forces themselves: automation, duty, aid, a command post, the end of somebody else's assignment.</summary>
    Direct,
}
