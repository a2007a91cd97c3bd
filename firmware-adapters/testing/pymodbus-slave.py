"""A Modbus slave by pymodbus: register n of either table holds n, but for the values on the command line (address=value)."""

import sys

from pymodbus.datastore import ModbusSequentialDataBlock, ModbusServerContext, ModbusSlaveContext
from pymodbus.server import StartSerialServer, StartTcpServer

kind, where, *values = sys.argv[1:]
words = list(range(3000))
for pair in values:
    address, word = pair.split("=")
    words[int(address)] = int(word)


def block(content):
    # Without zero_mode the context counts from 1, in every version: the block begins there.
    return ModbusSequentialDataBlock(1, content)


bits = [address % 3 == 0 for address in range(200)]
unit = ModbusSlaveContext(co=block(bits), di=block(bits), hr=block(words), ir=block(words))
context = ModbusServerContext(slaves=unit, single=True)
print("ready", flush=True)
if kind == "tcp":
    StartTcpServer(context=context, address=("127.0.0.1", int(where)))
else:
    try:
        from pymodbus.framer import FramerType

        framer = FramerType.RTU
    except ImportError:
        from pymodbus.transaction import ModbusRtuFramer as framer
    StartSerialServer(context=context, framer=framer, port=where, baudrate=9600, timeout=1)
