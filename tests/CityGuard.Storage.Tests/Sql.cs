using Microsoft.Data.Sqlite;

namespace CityGuard.Storage.Tests;

/// <summary>The test's own hand on a file of the store.</summary>
internal static class Sql
{
    public static void Execute(string file, string sql, params (string Name, object Value)[] values)
    {
        using var connection = Open(file);
        using var command = Command(connection, sql, values);
        command.ExecuteNonQuery();
    }

    public static IReadOnlyList<T> Read<T>(string file, string sql, params (string Name, object Value)[] values)
    {
        using var connection = Open(file);
        using var command = Command(connection, sql, values);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(reader.GetFieldValue<T>(0));
        return rows;
    }

    public static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql, (string Name, object Value)[] values)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // The tests' own text.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in values)
            command.Parameters.AddWithValue(name, value);
        return command;
    }
}
