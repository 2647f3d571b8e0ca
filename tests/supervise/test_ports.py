import os
import socket

from twinhall.supervise.part import Listener
from twinhall.supervise.ports import complaints


def test_free_ports_are_no_complaint(port: int):
    assert complaints([Listener("web", port, "TWINHALL_PORT")]) == []


def test_a_taken_port_is_told_by_name_setting_and_holder():
    with socket.create_server(("127.0.0.1", 0)) as held:
        port = held.getsockname()[1]
        [said] = complaints([Listener("web", port, "TWINHALL_PORT")])

    assert said.startswith(f"port {port} (web, TWINHALL_PORT) is taken by ")
    assert said.endswith(f"(process {os.getpid()})")


def test_a_taken_udp_port_is_told():
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as held:
        held.bind(("127.0.0.1", 0))
        port = held.getsockname()[1]
        [said] = complaints([Listener("media over UDP", port, "TWINHALL_LIVEKIT_UDP_PORT", udp=True)])

    assert said.startswith(f"port {port} (media over UDP, TWINHALL_LIVEKIT_UDP_PORT) is taken by ")


def test_a_port_given_to_two_parts_is_told(port: int):
    twice = [Listener("web", port, "TWINHALL_PORT"), Listener("https", port, "TWINHALL_HTTPS_PORT")]

    assert complaints(twice) == [f"port {port} is set twice: TWINHALL_PORT and TWINHALL_HTTPS_PORT"]


def test_an_address_that_is_not_ours_is_told():
    [said] = complaints([Listener("web", 18199, "TWINHALL_PORT", "192.0.2.1")])

    assert said == (
        "port 18199 (web, TWINHALL_PORT) cannot be opened on 192.0.2.1: Cannot assign requested address"
    )
