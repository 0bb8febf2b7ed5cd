namespace CityGuard.Silo.Commands;

/// <summary>What the process says when it ends.</summary>
internal static class ExitCodes
{
    public const int Ok = 0;

    /// <summary>What was asked cannot be: wrong option, damaged file, violations found.</summary>
    public const int Input = 2;

    /// <summary>The machine does not give what is needed: locked or full folder, port in use.</summary>
    public const int Environment = 3;
}

/// <summary>Ends the command with one readable line.</summary>
internal sealed class CommandException : Exception
{
    public CommandException(int exitCode, string line, Exception? inner = null)
        : base(line, inner) => ExitCode = exitCode;

    public int ExitCode { get; }
}
