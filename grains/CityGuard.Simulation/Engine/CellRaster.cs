namespace CityGuard.Simulation.Engine;

/// <summary>
/// Which cell a place on the plane counts to, by squares: the cell whose road node is (but for rare ties) nearest to its middle. For the places
/// of those who drive; how far off a node may be is known for every block of squares, so that bounds on travel times stay true.
/// </summary>
internal sealed class CellRaster
{
    private const int Block = 16;

    private readonly int[] _cell;
    private readonly float[] _slack;
    private readonly float _west, _south, _perMetre;
    private readonly int _columns, _rows, _blockColumns;

    public CellRaster(float[] x, float[] y)
    {
        (_west, _south) = (x.Min(), y.Min());
        float width = x.Max() - _west + 1, height = y.Max() - _south + 1;
        var side = Math.Clamp(Math.Sqrt((double)width * height / (8.0 * x.Length)), 25, 500);
        _perMetre = (float)(1 / side);
        (_columns, _rows) = ((int)(width / side) + 1, (int)(height / side) + 1);
        _blockColumns = (_columns + Block - 1) / Block;
        _cell = new int[_columns * _rows];
        _slack = new float[_blockColumns * ((_rows + Block - 1) / Block)];
        Fill(x, y, side);
    }

    public int CellAt(float x, float y) => _cell[(Row(y) * _columns) + Column(x)];

    /// <summary>Farthest that the node of a cell seen on a straight way may be from where one really is, metres.</summary>
    public float Slack(float fromX, float fromY, float toX, float toY)
    {
        int left = Column(Math.Min(fromX, toX)) / Block, right = Column(Math.Max(fromX, toX)) / Block;
        int bottom = Row(Math.Min(fromY, toY)) / Block, top = Row(Math.Max(fromY, toY)) / Block;
        var most = 0f;
        for (var row = bottom; row <= top; row++)
            for (var column = left; column <= right; column++)
                most = Math.Max(most, _slack[(row * _blockColumns) + column]);
        return most;
    }

    private int Column(float x) => Math.Clamp((int)((x - _west) * _perMetre), 0, _columns - 1);

    private int Row(float y) => Math.Clamp((int)((y - _south) * _perMetre), 0, _rows - 1);

    /// <summary>Nearest nodes by passing them on between neighbouring squares, forwards and backwards (as Danielsson's distance transform, 1980).</summary>
    private void Fill(float[] x, float[] y, double side)
    {
        Array.Fill(_cell, -1);
        for (var cell = 0; cell < x.Length; cell++)
            Offer(Column(x[cell]), Row(y[cell]), cell);
        for (var pass = 0; pass < 2; pass++)
        {
            for (var square = 0; square < _cell.Length; square++)
                Take(square % _columns, square / _columns);
            for (var square = _cell.Length - 1; square >= 0; square--)
                Take(square % _columns, square / _columns);
        }

        var half = (float)(side * Math.Sqrt(2) / 2) + 2;
        for (var row = 0; row < _rows; row++)
            for (var column = 0; column < _columns; column++)
            {
                ref var slack = ref _slack[(row / Block * _blockColumns) + (column / Block)];
                slack = Math.Max(slack, Distance(column, row, _cell[(row * _columns) + column]) + half);
            }

        void Take(int column, int row)
        {
            for (var down = -1; down <= 1; down++)
                for (var right = -1; right <= 1; right++)
                    if (row + down >= 0 && row + down < _rows && column + right >= 0 && column + right < _columns)
                        Offer(column, row, _cell[((row + down) * _columns) + column + right]);
        }

        void Offer(int column, int row, int cell)
        {
            ref var known = ref _cell[(row * _columns) + column];
            if (cell >= 0 && (known < 0 || Distance(column, row, cell) < Distance(column, row, known)))
                known = cell;
        }

        float Distance(int column, int row, int cell)
        {
            float right = _west + (float)((column + 0.5) * side) - x[cell], up = _south + (float)((row + 0.5) * side) - y[cell];
            return MathF.Sqrt((right * right) + (up * up));
        }
    }
}
